import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { isOrdinary, layOut, type Line, type Metrics } from "./pdf-script.ts";

export type Paper = "A4" | "LETTER";

/** Points (1/72 inch) of each paper. */
const sizes: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 595.28, height: 841.89 },
  LETTER: { width: 612, height: 792 },
};

/** The paper that printers of a country hold. */
export function paperOf(country: string): Paper {
  return ["US", "CA", "MX", "PH", "CL", "CO"].includes(country) ? "LETTER" : "A4";
}

export const ink = "#24211d";
export const quiet = "#665f55";
export const rule = "#d9d2c6";
export const accent = "#17595c";

const margin = { side: 56, top: 48, bottom: 92 };

const require = createRequire(import.meta.url);
const fonts = {
  regular:
    require.resolve("@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf"),
};

export interface PdfOptions {
  readonly paper: Paper;
  /** Shown by readers in their window's title. */
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  /** Written as the day of creation, so that the same content gives the same bytes. */
  readonly date: Date;
  /** Heads every page but the first: left and right. */
  readonly continued: readonly [string, string];
  /** Columns at the foot of every page. */
  readonly foot: readonly (readonly string[])[];
  readonly pageOf: (page: number, pages: number) => string;
}

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: "left" | "right" | "center";
  readonly width?: number;
}

/** A document being written from top to bottom. `y` is where the next thing goes, in points. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly left = margin.side;
  readonly width: number;
  /** Nothing may be written below. */
  readonly bottom: number;
  y = margin.top;
  private readonly options: PdfOptions;

  constructor(doc: PDFKit.PDFDocument, options: PdfOptions) {
    const { width, height } = sizes[options.paper];
    this.doc = doc;
    this.options = options;
    this.width = width - 2 * margin.side;
    this.bottom = height - margin.bottom;
  }

  get right(): number {
    return this.left + this.width;
  }

  /** Writes text with its top left corner there, wrapped within its width. @returns its height */
  text(value: string, x: number, y: number, style: TextStyle = {}): number {
    const { colour = ink, align = "left", width = this.right - x } = style;
    const height = this.heightOf(value, width, style);
    this.doc.fillColor(colour);
    if (isOrdinary(value)) this.doc.text(value, x, y, { width, align, lineGap });
    else this.drawLines(layOut(value, width, this.metrics(style)), { x, y, width, style });
    return height;
  }

  heightOf(value: string, width: number, style: TextStyle = {}): number {
    this.choose(null, style);
    if (!isOrdinary(value)) {
      const lines = layOut(value, width, this.metrics(style));
      this.choose(null, style);
      return lines.length * this.lineHeight();
    }
    return this.doc.heightOfString(value === "" ? " " : value, { width, lineGap });
  }

  private choose(font: string | null, { size = 9.5, bold = false }: TextStyle): void {
    this.doc.font(font ?? (bold ? "bold" : "regular")).fontSize(size);
  }

  private lineHeight(): number {
    return this.doc.currentLineHeight(true) + lineGap;
  }

  private metrics(style: TextStyle): Metrics {
    return {
      has: (font, codePoint) => {
        this.choose(font, style);
        return openedFont(this.doc).hasGlyphForCodePoint(codePoint);
      },
      widthOf: (font, text) => {
        this.choose(font, style);
        return this.doc.widthOfString(text, { features: [] });
      },
    };
  }

  /** Each run on the line that the shop's own font stands on, whatever font it is in. */
  private drawLines(lines: readonly Line[], at: Placed): void {
    const { x, width, style } = at;
    this.choose(null, style);
    const [step, { ascent, unitsPerEm }] = [this.lineHeight(), openedFont(this.doc)];
    let baseline = at.y + (ascent / unitsPerEm) * (style.size ?? 9.5);
    for (const line of lines) {
      const spare = Math.max(width - line.width, 0);
      const from = x + (style.align === "right" ? spare : style.align === "center" ? spare / 2 : 0);
      for (const run of line.runs) {
        this.choose(run.font, style);
        // Features, even none, have pdfkit lay out a run whole instead of word by word.
        const whole = { lineBreak: false, features: [] };
        this.doc.text(run.text, from + run.x, baseline, { ...whole, baseline: "alphabetic" });
      }
      baseline += step;
    }
  }

  line(y: number, colour = rule, thickness = 0.6): void {
    this.doc
      .moveTo(this.left, y)
      .lineTo(this.right, y)
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke();
  }

  nextPage(): void {
    this.doc.addPage();
    const [left, right] = this.options.continued;
    const half = this.width / 2 - 8;
    this.text(left, this.left, margin.top, { size: 9, bold: true, width: half });
    const beside = { size: 9, colour: quiet, align: "right", width: half } as const;
    this.text(right, this.right - half, margin.top, beside);
    this.y = margin.top + 30;
  }

  /** Makes sure that so many points are free, on this page or the next. @returns true on a new page */
  keep(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.nextPage();
    return true;
  }
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly style: TextStyle;
}

interface OpenedFont {
  readonly ascent: number;
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** The font chosen last as fontkit has opened it; pdfkit keeps it there, and its types do not say so. */
export function openedFont(doc: PDFKit.PDFDocument): OpenedFont {
  return (doc as unknown as { _font: { font: OpenedFont } })._font.font;
}

const lineGap = 1.5;

function drawFoot(sheet: Sheet, options: PdfOptions): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  const columns = options.foot.length;
  const width = (sheet.width - 72) / Math.max(columns, 1) - 12;
  for (let page = 0; page < count; page += 1) {
    sheet.doc.switchToPage(start + page);
    const y = sheet.bottom + 20;
    sheet.line(y - 8);
    options.foot.forEach((lines, index) => {
      const x = sheet.left + index * (width + 12);
      sheet.text(lines.filter(Boolean).join("\n"), x, y, { size: 7.5, colour: quiet, width });
    });
    const where = { size: 7.5, colour: quiet, align: "right", width: 72 } as const;
    sheet.text(options.pageOf(page + 1, count), sheet.right - 72, y, where);
  }
}

/** Writes a PDF. The same options and the same drawing give the same bytes. */
export async function makePdf(
  options: PdfOptions,
  draw: (sheet: Sheet) => void,
): Promise<Uint8Array> {
  const { width, height } = sizes[options.paper];
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0, // pages are broken by the drawing, which knows what belongs together
    bufferPages: true,
    displayTitle: true,
    lang: options.language,
    info: { Title: options.title, Author: options.author, CreationDate: options.date },
  });
  doc.registerFont("regular", fonts.regular);
  doc.registerFont("bold", fonts.bold);
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  const sheet = new Sheet(doc, options);
  draw(sheet);
  drawFoot(sheet, options);
  doc.end();
  return whole;
}
