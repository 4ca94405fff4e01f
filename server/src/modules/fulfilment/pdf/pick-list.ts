import type { FileReply } from "../../../kernel/endpoint.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { formatDate } from "../../../kernel/time.ts";
import type { Context } from "../../../platform/context.ts";
import { type Column, drawTable } from "../../../platform/pdf-table.ts";
import { ink, makePdf, paperOf, type Sheet } from "../../../platform/pdf.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { listWarehouses } from "../../inventory/index.ts";
import { getSettings } from "../../settings/index.ts";
import type { FulfilmentView } from "../contract.ts";
import { readWork } from "../queries.ts";
import { drawPaperHead } from "./paper-head.ts";
import { type PaperWords, paperWords } from "./words.ts";

/** What somebody walks through the shelves with, in their own language. */
export interface PickList {
  readonly shop: string;
  readonly work: FulfilmentView;
  readonly country: string;
  readonly locale: Locale;
}

export async function pickListFile(ctx: Context, id: Uuid): Promise<FileReply> {
  const work = await readWork(ctx, id);
  const shop = await getSettings(ctx, "shop");
  const homes = await listWarehouses(ctx);
  const home = homes.find((each) => typeId("location", each.id) === work.location.id);
  const country = home?.address?.country ?? shop.address.country;
  const bytes = await pickListPdf({ shop: shop.name, work, country, locale: ctx.locale });
  const fileName = `${work.order.number}-${work.location.code}.pdf`;
  return { contentType: "application/pdf", fileName, bytes, inline: true };
}

export function pickListPdf({ shop, work, country, locale }: PickList): Promise<Uint8Array> {
  const said = paperWords(locale);
  const title = `${said.pickList} ${work.order.number} · ${work.location.code}`;
  const options = {
    paper: paperOf(country),
    title,
    author: shop,
    language: locale,
    date: new Date(work.createdAt),
    continued: [shop, title] as const,
    foot: [[shop, work.location.name]],
    pageOf: said.pageOf,
  };
  return makePdf(options, (sheet) => {
    drawPaperHead(sheet, headOf({ shop, work, country, locale }, said));
    drawRemarks(sheet, work, said);
    const open = work.lines.filter((line) => line.quantity > line.shipped);
    // By SKU, as shelves usually are.
    const rows = open.toSorted((a, b) => a.sku.localeCompare(b.sku, "en", { numeric: true }));
    drawTable(sheet, columns(sheet, said), rows);
    const units = rows.reduce((sum, line) => sum + line.quantity - line.picked, 0);
    sheet.keep(30);
    const total = { bold: true, align: "right", width: sheet.width } as const;
    sheet.text(said.countOf(units), sheet.left, sheet.y + 10, total);
  });
}

type Line = FulfilmentView["lines"][number];

function columns(sheet: Sheet, said: PaperWords): Column<Line>[] {
  return [
    {
      header: "",
      share: 0.06,
      cell: () => "",
      draw: (_, x, y) => {
        sheet.doc
          .rect(x + 1, y, 12, 12)
          .lineWidth(0.9)
          .strokeColor(ink)
          .stroke();
      },
    },
    {
      header: said.item,
      share: 0.48,
      cell: (line) => ({
        main: line.sku,
        below: [line.title, line.options].filter(Boolean).join(" · "),
        bold: true,
      }),
    },
    { header: said.code, share: 0.2, cell: (line) => line.barcode ?? "" },
    {
      header: said.picked,
      share: 0.12,
      align: "right",
      cell: (line) => (line.picked === line.shipped ? "" : String(line.picked - line.shipped)),
    },
    {
      header: said.toPick,
      share: 0.14,
      align: "right",
      cell: (line) => ({ main: String(line.quantity - line.picked), bold: true }),
    },
  ];
}

function headOf({ shop, work, locale }: PickList, said: PaperWords) {
  const { order, location } = work;
  const tag = locale === "en" ? "en-GB" : locale;
  const facts: [string, string][] = [
    [said.order, order.number],
    [said.warehouse, `${location.code} · ${location.name}`],
    [said.delivery, order.delivery],
    [said.promisedBy, formatDate(order.promisedBy, tag)],
  ];
  const place = order.pickup ? [said.pickup, order.name] : placeOf(work);
  return { shop, title: said.pickList, number: order.number, place, facts };
}

/** Whose it is and how far it goes; the street is for the label. */
function placeOf({ order }: FulfilmentView): string[] {
  const { shipTo } = order;
  const town = shipTo === null ? "" : `${shipTo.country} ${shipTo.postcode ?? ""} ${shipTo.city}`;
  return [order.name, town.replaceAll(/\s+/g, " ")];
}

function drawRemarks(sheet: Sheet, { order }: FulfilmentView, said: PaperWords): void {
  const remarks: string[] = [];
  if (order.holdReason !== null) remarks.push(said.held);
  if (order.note !== "") remarks.push(`${said.note}: ${order.note}`);
  if (remarks.length === 0) return;
  sheet.y += sheet.text(remarks.join("\n"), sheet.left, sheet.y, { bold: true }) + 12;
}
