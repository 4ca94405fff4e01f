import { formatAddress } from "../../../kernel/address.ts";
import { formatMoney, money } from "../../../kernel/money.ts";
import { formatDate } from "../../../kernel/time.ts";
import { drawTable } from "../../../platform/pdf-table.ts";
import { accent, makePdf, paperOf, quiet, type Sheet } from "../../../platform/pdf.ts";
import type { DocumentContent } from "../document.ts";
import { documentColumns } from "./columns.ts";
import { drawSettlement } from "./settlement.ts";
import { documentWords, type DocumentWords } from "./words.ts";

/** What a document is written with: its frozen content, its words, its way to write amounts and days. */
export interface Writing {
  readonly content: DocumentContent;
  readonly said: DocumentWords;
  /** Minor units as text → as people of the language write the amount. */
  readonly amount: (minor: string | bigint) => string;
  readonly day: (date: string) => string;
}

/** An invoice or credit note as PDF, from its frozen content alone: the same bytes at any time. */
export function documentPdf(content: DocumentContent): Promise<Uint8Array> {
  const said = documentWords(content.locale);
  const tag = languageTag(content);
  const writing: Writing = {
    content,
    said,
    amount: (minor) => formatMoney(money(BigInt(minor), content.currency), tag),
    day: (date) => formatDate(date, tag),
  };
  const name = content.kind === "invoice" ? said.invoice : said.creditNote;
  const { seller } = content;
  const options = {
    paper: paperOf(content.buyer.country),
    title: `${name} ${content.label}`,
    author: seller.legalName,
    language: tag,
    date: new Date(`${content.issuedOn}T00:00:00Z`),
    continued: [seller.name, `${name} ${content.label}`] as const,
    foot: footOf(writing),
    pageOf: said.pageOf,
  };
  return makePdf(options, (sheet) => {
    drawHead(sheet, writing, name);
    drawTable(sheet, documentColumns(writing), content.lines);
    drawSettlement(sheet, writing);
  });
}

function languageTag({ locale, buyer }: DocumentContent): string {
  if (locale !== "en") return locale;
  return buyer.country === "US" ? "en-US" : "en-GB";
}

function footOf({ content, said }: Writing): string[][] {
  const { name, legalName, address, vatId, email, phone } = content.seller;
  const where = formatAddress({ ...address, name: legalName }, { locale: content.locale });
  const foreign = (content.sellerTaxIds ?? []).map(
    ({ country, number }) => `${said.vatId} (${country}) ${number}`,
  );
  return [
    where,
    [name, email, phone],
    [...(vatId === "" ? [] : [`${said.vatId} ${vatId}`]), ...foreign],
  ];
}

/** The seller's name, the buyer where a window envelope shows it, and beside it what identifies the paper. */
function drawHead(sheet: Sheet, writing: Writing, name: string): void {
  const { content, said, day } = writing;
  const { seller } = content;
  sheet.text(seller.name, sheet.left, sheet.y, { size: 21, bold: true, colour: accent });
  const sender = formatAddress(
    { ...seller.address, name: seller.legalName },
    { locale: content.locale, from: content.buyer.country },
  );
  sheet.text(sender.join(" · "), sheet.left, 122, { size: 7, colour: quiet, width: 250 });
  const buyer = formatAddress(content.buyer, {
    locale: content.locale,
    from: seller.address.country,
  });
  const addressEnd =
    138 + sheet.text(buyer.join("\n"), sheet.left, 138, { size: 10.5, width: 250 });
  const factsEnd = drawFacts(sheet, [
    [said.number, content.label],
    [said.date, day(content.issuedOn)],
    ...(content.corrects === null ? [] : [[said.corrects, content.corrects] as const]),
    [said.order, content.orderNumber],
    [said.ordered, day(content.orderedOn)],
    ...(content.buyerVatId === undefined ? [] : [[said.buyerVatId, content.buyerVatId] as const]),
  ]);
  sheet.y = Math.max(addressEnd, factsEnd, 232) + 22;
  sheet.y += sheet.text(`${name} ${content.label}`, sheet.left, sheet.y, { size: 16, bold: true });
  sheet.y += 4 + drawNotes(sheet, writing);
  sheet.y += 14;
}

/** @returns where they end */
function drawFacts(sheet: Sheet, facts: readonly (readonly [string, string])[]): number {
  const [x, labelWidth] = [sheet.left + 292, 86];
  let y = 122;
  for (const [label, value] of facts) {
    sheet.text(label, x, y + 0.8, { size: 8.5, colour: quiet, width: labelWidth });
    y += sheet.text(value, x + labelWidth, y, { width: sheet.right - x - labelWidth }) + 2.5;
  }
  return y;
}

/** Where the goods went when that is elsewhere, or why money came back. @returns their height */
function drawNotes(sheet: Sheet, { content, said }: Writing): number {
  const { seller, buyer, shipTo } = content;
  const notes: string[] = [];
  const lines = (place: typeof buyer) =>
    formatAddress(place, { locale: content.locale, from: seller.address.country }).join(", ");
  if (shipTo !== null && lines(shipTo) !== lines(buyer) && content.kind === "invoice")
    notes.push(`${said.deliveredTo}: ${lines(shipTo)}`);
  if (content.kind === "invoice") notes.push(said.suppliedNote);
  if (content.reason !== "") notes.push(`${said.reason}: ${content.reason}`);
  return sheet.text(notes.join("\n"), sheet.left, sheet.y + 4, { size: 9, colour: quiet });
}
