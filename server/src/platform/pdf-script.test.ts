import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { makePdf, openedFont } from "./pdf.ts";
import { isOrdinary, layOut, type Metrics } from "./pdf-script.ts";

const doc = new PDFDocument();
const own = new URL(
  import.meta.resolve("@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf"),
).pathname;
const has: Metrics["has"] = (font, codePoint) =>
  openedFont(doc.font(font ?? own)).hasGlyphForCodePoint(codePoint);
const widthOf: Metrics["widthOf"] = (font, text) =>
  doc.font(font ?? own).widthOfString(text, { features: [] });
const metrics = { has, widthOf };

const names = {
  Thai: "สมชาย ศรีสุวรรณ",
  Arabic: "محمد عبد الله",
  Hebrew: "דוד בן־גוריון",
  Chinese: "王小明 北京市朝阳区建国路",
  Japanese: "山田太郎 東京都千代田区ひらがなカタカナ",
  Korean: "김민준 서울특별시 강남구",
  Cyrillic: "Анна Щербакова",
  Greek: "Γιώργος Παπαδόπουλος",
  mixed: "Lars von Trier, c/o 王小明 (דוד), Straße 12",
};

describe("a name on paper", () => {
  it.each(Object.entries(names))("has a picture for each of its letters: %s", (_, name) => {
    const [line] = layOut(name, 1_000, metrics);
    const missing = (line?.runs ?? []).flatMap(({ text, font }) =>
      [...text].filter((letter) => !has(font, letter.codePointAt(0) ?? 0)),
    );
    expect(missing).toEqual([]);
    const letters = (texts: readonly string[]) => [...texts.join("")].sort().join("");
    const shown = (line?.runs ?? []).map(({ text }) => text);
    // Brackets may face the other way; nothing is lost and nothing comes twice.
    expect(letters(shown).length).toBe(letters([name]).length);
  });

  it("is only laid out letter by letter where the shop's own font does not do", () => {
    expect(isOrdinary(`${names.Cyrillic} ${names.Greek} Łódź 12 – “x” €`)).toBe(true);
    expect(isOrdinary(names.Thai)).toBe(false);
  });

  it("is read from right to left where its script is, numbers and Latin words within it not", () => {
    const [line] = layOut("אבג 12 דהו", 1_000, metrics);
    expect(line?.runs.map(({ text }) => text.trim()).filter(Boolean)).toEqual(["דהו", "12", "אבג"]);
    const [latin] = layOut("Herr אבג דהו Haus", 1_000, metrics);
    expect(latin?.runs.map(({ text }) => text.trim()).filter(Boolean)).toEqual([
      "Herr",
      "אבג דהו",
      "Haus",
    ]);
  });

  it("breaks between words, also of scripts that write none apart, and never loses a letter", () => {
    const thai = "กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย";
    const lines = layOut(thai, 60, metrics);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join("")).toBe(thai);
    for (const line of lines) expect(line.width).toBeLessThan(120);
  });

  it("is written into a PDF, the same bytes each time", async () => {
    const write = () =>
      makePdf(
        {
          paper: "A4",
          title: "x",
          author: "x",
          language: "en",
          date: new Date(0),
          continued: ["", ""],
          foot: [[names.mixed]],
          pageOf: (page) => String(page),
        },
        (sheet) => {
          for (const name of Object.values(names)) {
            sheet.y += sheet.text(name, sheet.left, sheet.y, { width: 200 });
            sheet.y += sheet.text(name, sheet.left, sheet.y, { align: "right", size: 14 });
          }
        },
      );
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });
});
