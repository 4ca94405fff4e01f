import type { FileReply, InputOf } from "../../kernel/endpoint.ts";
import { fromWire, toDecimal } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { shopToday } from "../settings/index.ts";
import type { exportOrders, OrderRowView } from "./contract.ts";
import { ordersMatching } from "./list-orders.ts";

const mostOrders = 10_000;

const headings =
  "number,created,status,payment,fulfilment,method,name,email,country,items,total,currency,hold,promised_by";

/** The orders of a filter as CSV (RFC 4180, UTF-8, decimal points), newest first. */
export async function answerExport(
  ctx: Context,
  { query }: InputOf<typeof exportOrders>,
): Promise<FileReply> {
  const rows = await ordersMatching(ctx, query, mostOrders);
  const lines = [headings, ...rows.map(lineOf)];
  return {
    contentType: "text/csv; charset=utf-8",
    fileName: `orders-${await shopToday(ctx)}.csv`,
    bytes: new TextEncoder().encode(`${lines.join("\r\n")}\r\n`),
    inline: false,
  };
}

function lineOf(row: OrderRowView): string {
  return [
    row.number,
    row.createdAt,
    row.status,
    row.paymentStatus,
    row.fulfilmentStatus,
    row.paymentMethod,
    row.name,
    row.email,
    row.country,
    String(row.itemCount),
    toDecimal(fromWire(row.total)),
    row.total.currency,
    row.holdReason ?? "",
    row.promisedBy,
  ]
    .map(field)
    .join(",");
}

/** A spreadsheet must not take a name that begins like a formula for one. */
export function field(value: string): string {
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
