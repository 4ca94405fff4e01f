import { expect } from "vitest";
import { present } from "../../src/kernel/assert.ts";
import { parseTypeId } from "../../src/kernel/type-id.ts";
import { type DeskOrderView, listOrders, readOrder } from "../../src/modules/desk/contract.ts";
import { listMails, type MailKind, readMail } from "../../src/modules/notifications/contract.ts";
import { sql } from "../../src/platform/sql.ts";
import type { JourneyShop } from "./journey-shop.ts";

/** What the gateway did to a card, in minor units. */
export interface ChargeRecord {
  readonly amount: string;
  readonly currency: string;
  readonly captured_amount: string;
  readonly refunded_amount: string;
}

/** The order with this number, as staff see it. */
export async function orderNumbered(shop: JourneyShop, number: string): Promise<DeskOrderView> {
  const { items } = await shop.staff.call(listOrders, { query: { search: number } });
  const row = present(
    items.find((each) => each.number === number),
    `order ${number}`,
  );
  return shop.staff.call(readOrder, { params: { orderId: row.id } });
}

/** Everything that the gateway charged for an order, over all its attempts. */
export async function chargesFor(
  shop: JourneyShop,
  order: DeskOrderView,
): Promise<readonly ChargeRecord[]> {
  const charges: ChargeRecord[] = [];
  for (const attempt of order.attempts) {
    const reference = present(parseTypeId("attempt", attempt.id), "an attempt's id");
    const { status, body } = await shop.gateway.call("GET", `/v1/charges?reference=${reference}`);
    expect(status).toBe(200);
    for (const each of (body as unknown as { charges: readonly ChargeRecord[] }).charges) {
      const { amount, currency, captured_amount, refunded_amount } = each;
      charges.push({ amount, currency, captured_amount, refunded_amount });
    }
  }
  return charges;
}

/**
 * What the journal says about an order: the balance of each account by its role, debit positive, in
 * minor units of the order's currency. What the goods cost is left out, since it is not in the order.
 */
export async function booksOf(
  shop: JourneyShop,
  order: DeskOrderView,
): Promise<Readonly<Record<string, bigint>>> {
  const orderId = present(parseTypeId("order", order.id), "an order's id");
  const rows = await shop.database.all<{ name: string; balance: bigint }>(sql`
    select concat_ws(' ', a.role, a.provider, a.jurisdiction) as name, sum(p.amount_minor)::bigint as balance
    from ledger.posting p join ledger.account a on a.code = p.account
    where p.order_id = ${orderId} and p.currency = ${order.money.total.currency}
      and a.role not in ('inventory', 'cost_of_goods')
    group by 1 having sum(p.amount_minor) <> 0 order by 1`);
  return Object.fromEntries(rows.map(({ name, balance }) => [name, balance]));
}

export interface Stock {
  readonly onHand: number;
  readonly reserved: number;
}

/** What all warehouses together hold of a variant. */
export async function stockOf(shop: JourneyShop, sku: string): Promise<Stock> {
  return shop.database.one<{ onHand: number; reserved: number }>(sql`
    select coalesce(sum(s.on_hand), 0)::integer as "onHand", coalesce(sum(s.reserved), 0)::integer as reserved
    from inventory.stock s join inventory.item i on i.variant_id = s.variant_id
    where i.sku = ${sku} and s.warehouse`);
}

/** The kinds of the mails about an order, oldest first. */
export async function mailsAbout(shop: JourneyShop, order: DeskOrderView): Promise<MailKind[]> {
  const { items } = await shop.staff.call(listMails, { query: { order: order.id } });
  return items.map(({ kind }) => kind).toReversed();
}

/** The newest mail of a kind to somebody, as plain text. */
export async function mailTo(
  shop: JourneyShop,
  recipient: string,
  kind: MailKind,
): Promise<string | null> {
  const { items } = await shop.staff.call(listMails, { query: { search: recipient, kind } });
  const [newest] = items;
  if (newest === undefined) return null;
  return (await shop.staff.call(readMail, { params: { id: newest.id } })).text;
}
