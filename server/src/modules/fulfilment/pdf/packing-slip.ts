import { formatAddress } from "../../../kernel/address.ts";
import { formatDate, businessDate } from "../../../kernel/time.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { FileReply } from "../../../kernel/endpoint.ts";
import { notFound, refuse } from "../../../kernel/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { drawTable } from "../../../platform/pdf-table.ts";
import { makePdf, paperOf, quiet } from "../../../platform/pdf.ts";
import { listWarehouses } from "../../inventory/index.ts";
import { getOrder, type Order } from "../../orders/index.ts";
import { getSettings } from "../../settings/index.ts";
import type { ShipmentView } from "../contract.ts";
import { readShipment } from "../queries.ts";
import { findShipment } from "../shipment.ts";
import { drawPaperHead } from "./paper-head.ts";
import { paperWords } from "./words.ts";

/** What lies in a parcel, in the shopper's language, on the paper of the warehouse that packs it. */
export interface PackingSlip {
  readonly shop: { readonly name: string; readonly email: string; readonly timeZone: string };
  readonly order: Pick<Order, "number" | "locale" | "shippingAddress" | "createdAt" | "placedAt">;
  readonly parcel: Pick<
    ShipmentView,
    "number" | "carrier" | "carrierName" | "trackingNumber" | "lines" | "createdAt"
  >;
  readonly warehouse: { readonly name: string; readonly country: string };
  /** Units of the order that are in no parcel yet, this one not counted. */
  readonly unitsToFollow: number;
}

export async function packingSlipFile(ctx: Context, id: Uuid): Promise<FileReply> {
  const known = (await findShipment(ctx, id)) ?? refuse(notFound);
  const parcel = await readShipment(ctx, id);
  const order = await getOrder(ctx, known.orderId);
  const shop = await getSettings(ctx, "shop");
  const home = (await listWarehouses(ctx)).find((each) => each.id === known.locationId);
  const inside = parcel.lines.reduce((sum, line) => sum + line.quantity, 0);
  const counted = parcel.shippedAt === null ? inside : 0;
  const open = order.units - order.unitsCancelled - order.unitsShipped;
  const bytes = await packingSlipPdf({
    shop,
    order,
    parcel,
    warehouse: {
      name: parcel.location.name,
      country: home?.address?.country ?? shop.address.country,
    },
    unitsToFollow: Math.max(Number(open) - counted, 0),
  });
  const fileName = `${parcel.number}.pdf`;
  return { contentType: "application/pdf", fileName, bytes, inline: true };
}

export function packingSlipPdf(slip: PackingSlip): Promise<Uint8Array> {
  const { shop, order, parcel } = slip;
  const said = paperWords(order.locale);
  const tag = order.locale === "en" ? "en-GB" : order.locale;
  const options = {
    paper: paperOf(slip.warehouse.country),
    title: `${said.packingSlip} ${parcel.number}`,
    author: shop.name,
    language: tag,
    date: new Date(parcel.createdAt),
    continued: [shop.name, `${said.packingSlip} ${parcel.number}`] as const,
    foot: [[shop.name, shop.email]],
    pageOf: said.pageOf,
  };
  return makePdf(options, (sheet) => {
    drawPaperHead(sheet, { ...headOf(slip, tag), shop: shop.name });
    drawTable(
      sheet,
      [
        {
          header: said.item,
          share: 0.84,
          cell: (line) => ({ main: line.title, below: below(line) }),
        },
        {
          header: said.units,
          share: 0.16,
          align: "right",
          cell: (line) => ({ main: String(line.quantity), bold: true }),
        },
      ],
      parcel.lines,
    );
    sheet.keep(60);
    sheet.y += 14;
    if (slip.unitsToFollow > 0) sheet.y += sheet.text(said.more, sheet.left, sheet.y) + 4;
    sheet.text(said.questions(shop.email), sheet.left, sheet.y, { colour: quiet });
  });
}

function below(line: { readonly options: string; readonly sku: string }): string {
  return [line.options, line.sku].filter(Boolean).join(" · ");
}

function headOf({ order, parcel, shop, warehouse }: PackingSlip, tag: string) {
  const said = paperWords(order.locale);
  const ordered = businessDate(order.placedAt ?? order.createdAt, shop.timeZone);
  const place =
    order.shippingAddress === null
      ? [said.pickup, warehouse.name]
      : formatAddress(order.shippingAddress, { locale: order.locale, from: warehouse.country });
  const facts: [string, string][] = [
    [said.parcel, parcel.number],
    [said.order, order.number],
    [said.ordered, formatDate(ordered, tag)],
    [said.carrier, said.carrierName(parcel.carrier, parcel.carrierName)],
  ];
  if (parcel.trackingNumber !== "") facts.push([said.tracking, parcel.trackingNumber]);
  return { title: said.packingSlip, number: parcel.number, place, facts };
}
