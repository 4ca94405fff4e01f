import { asCurrency } from "../../../kernel/currency.ts";
import type { Address } from "../../../kernel/address.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { money, toDecimal } from "../../../kernel/money.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { nextRedirects } from "../../content/index.ts";

type Reading = Pick<Context, "db">;
const page = 1_000;

/** What lies where, by variant: what an import of stock reads. */
export async function* stockRows(ctx: Reading): AsyncGenerator<string[]> {
  yield ["sku", "location", "lot", "on_hand", "reserved"];
  let last = { variant: null as Uuid | null, location: null as Uuid | null, lot: "" };
  for (;;) {
    const rows = await ctx.db.all<{
      variant_id: Uuid;
      location_id: Uuid;
      sku: string;
      location: string;
      lot: string;
      on_hand: bigint;
      reserved: bigint;
    }>(sql`
      select variant_id, location_id, sku, location, lot, on_hand, reserved from inventory.listed_stock
      where ${last.variant}::uuid is null
         or (variant_id, location_id, lot) > (${last.variant}::uuid, ${last.location}::uuid, ${last.lot}::text)
      order by variant_id, location_id, lot limit ${page}`);
    for (const row of rows)
      yield [row.sku, row.location, row.lot, String(row.on_hand), String(row.reserved)];
    const end = rows.at(-1);
    if (end === undefined || rows.length < page) return;
    last = { variant: end.variant_id, location: end.location_id, lot: end.lot };
  }
}

export async function* redirectRows(ctx: Reading): AsyncGenerator<string[]> {
  yield ["from", "to"];
  let after = "";
  for (;;) {
    const rows = await nextRedirects(ctx, after, page);
    for (const { from, to } of rows) yield [from, to];
    if (rows.length < page) return;
    after = rows.at(-1)?.from ?? after;
  }
}

const addressFields = [
  "company",
  "line1",
  "line2",
  "postcode",
  "city",
  "region",
  "country",
  "phone",
] as const;

/** People with their default address: what an import of customers reads. */
export async function* customerRows(ctx: Reading): AsyncGenerator<string[]> {
  yield ["email", "name", "locale", "has_account", "since", "address_name", ...addressFields];
  let after: Uuid | null = null;
  for (;;) {
    const rows: {
      id: Uuid;
      email: string;
      name: string;
      locale: string;
      has_account: boolean;
      created_at: Date;
      address: Address | null;
    }[] = await ctx.db.all(sql`
      select id, email, name, locale, has_account, created_at, address from customers.listed
      where ${after}::uuid is null or id > ${after}::uuid order by id limit ${page}`);
    for (const row of rows)
      yield [
        row.email,
        row.name,
        row.locale,
        row.has_account ? "yes" : "no",
        row.created_at.toISOString(),
        row.address?.name ?? "",
        ...addressFields.map((field) => row.address?.[field] ?? ""),
      ];
    if (rows.length < page) return;
    after = rows.at(-1)?.id ?? after;
  }
}

const plainColumns = [
  "number",
  "status",
  "payment_status",
  "fulfilment_status",
  "payment_method",
  "market",
  "email",
  "kind",
  "sku",
  "title",
  "options",
  "quantity",
  "quantity_cancelled",
  "quantity_shipped",
  "quantity_refunded",
  "tax_rate",
  "note",
] as const;
const moneyColumns = ["unit_price", "net", "tax", "total", "order_total", "refunded"] as const;

type Shown = { readonly [Column in (typeof plainColumns)[number]]: string | number | null };
type Amounts = { readonly [Column in `${(typeof moneyColumns)[number]}_minor`]: bigint };
type OrderLine = Shown &
  Amounts & {
    readonly order_id: Uuid;
    readonly position: number;
    readonly created_at: Date;
    readonly currency: string;
    readonly billing_address: Address;
    readonly shipping_address: Address | null;
  };

const textOf = (value: string | number | null): string => (value === null ? "" : String(value));

/** A line of an order on each row, oldest order first, with what is said of the order beside it. */
export async function* orderRows(ctx: Reading): AsyncGenerator<string[]> {
  const places = ["billing", "shipping"] as const;
  yield [
    "created",
    ...plainColumns,
    "currency",
    ...moneyColumns,
    ...places.flatMap((place) => ["name", ...addressFields].map((field) => `${place}_${field}`)),
  ];
  let last: { order: Uuid | null; position: number } = { order: null, position: 0 };
  for (;;) {
    const rows: OrderLine[] = await ctx.db.all(sql`
      select * from orders.listed_line
      where ${last.order}::uuid is null
         or (order_id, position) > (${last.order}::uuid, ${last.position}::smallint)
      order by order_id, position limit ${page}`);
    for (const row of rows) yield orderRow(row);
    const end = rows.at(-1);
    if (end === undefined || rows.length < page) return;
    last = { order: end.order_id, position: end.position };
  }
}

function orderRow(row: OrderLine): string[] {
  const currency = asCurrency(row.currency);
  return [
    row.created_at.toISOString(),
    ...plainColumns.map((column) => textOf(row[column])),
    currency,
    ...moneyColumns.map((column) => toDecimal(money(row[`${column}_minor`], currency))),
    ...[row.billing_address, row.shipping_address].flatMap((address) =>
      (["name", ...addressFields] as const).map((field) => address?.[field] ?? ""),
    ),
  ];
}
