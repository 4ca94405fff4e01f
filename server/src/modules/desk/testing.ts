import { afterAll, expect } from "vitest";
import {
  spawnGateway,
  testApiKey,
  testWebhookSecret,
} from "../../../../tools/test-card-gateway/running-gateway.ts";
import { owner } from "../../../test/support/test-shop.ts";
import { connectProviders } from "../../app/providers.ts";
import { checks } from "../../app/rooms.ts";
import type { CallInput, Endpoint } from "../../kernel/endpoint.ts";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { runAudit } from "../../platform/audit.ts";
import {
  goods,
  place,
  readyCart,
  stockedShop,
  type StockedShop,
  wanted,
} from "../checkout/examples.ts";
import { shipParcel } from "../fulfilment/contract.ts";
import * as desk from "./contract.ts";

export interface Wish {
  readonly method?: "cash-on-delivery" | "bank-transfer" | "test-card";
  readonly captureMoment?: "at_order" | "at_shipping";
  /** Units of each line. */
  readonly quantities?: readonly number[];
}

/** A shop with goods, a gateway process and staff: stories from the first look at an order to its last cent. */
export async function deskShop() {
  const shop = await stockedShop({ poolSize: 15 });
  const gateway = await spawnGateway();
  afterAll(() => gateway.stop());
  connectProviders({
    production: false,
    publicUrl: "http://shop.test",
    testCard: { url: gateway.url, apiKey: testApiKey, webhookSecret: testWebhookSecret },
  });
  const query = <Row extends object>(text: string, values: unknown[] = []) =>
    shop.database.pool.query<Row>(text, values);

  /** A call by a member of staff who may do everything. */
  const asStaff = <E extends Endpoint>(endpoint: E, input: CallInput<E>) =>
    shop.call(endpoint, { idempotencyKey: newId(), ...input }, owner);

  const read = (orderId: string) => asStaff(desk.readOrder, { params: { orderId } });

  /** Places an order through the store's own endpoints. */
  const ordered = async (wish: Wish = {}): Promise<string> => {
    const { method = "cash-on-delivery", captureMoment, quantities = [2, 1] } = wish;
    await setTestCard(shop, captureMoment ?? "at_shipping");
    const lines = [];
    for (const quantity of quantities) {
      lines.push(wanted(await goods(shop, { price: 9_999, stock: 20 }), quantity));
    }
    const cart = await readyCart(shop, lines);
    const token = method === "test-card" ? { paymentToken: "tok_approved" } : {};
    const placed = await place(shop, cart, { paymentMethod: method, ...token });
    await shop.drainJobs();
    return placed.order.id;
  };

  /** Sends a parcel; units by the number of the line, or everything that is left. */
  const ship = async (
    orderId: string,
    units?: { readonly line: number; readonly quantity: number },
  ) => {
    const { fulfilmentOrders, lines, number } = await read(orderId);
    const work = fulfilmentOrders.find((each) => each.shipped < each.units);
    const chosen =
      units === undefined
        ? {}
        : { lines: [await workLine(shop, number, lines[units.line]?.sku, units.quantity)] };
    await asStaff(shipParcel, {
      params: { id: work?.id ?? "" },
      body: { carrier: "dhl", trackingNumber: `TRACK${orderId.slice(-6)}`, ...chosen },
    });
    await shop.drainJobs();
    return read(orderId);
  };

  return {
    ...shop,
    ...checking(shop, read),
    drainJobs: () => shop.drainJobs(),
    query,
    asStaff,
    read,
    ordered,
    ship,
  };
}

type Read = (orderId: string) => Promise<desk.DeskOrderView>;

function checking(shop: StockedShop, read: Read) {
  const expectClean = async (): Promise<void> => {
    const results = await runAudit(shop.database, checks);
    expect(results.filter((each) => each.offences.length > 0)).toEqual([]);
  };

  /** Units of an order's goods that nobody has reserved. */
  const available = async (orderId: string): Promise<number> => {
    const { number } = await read(orderId);
    const { rows } = await shop.database.pool.query<{ available: number }>(
      `select sum(s.on_hand - s.reserved)::int as available from inventory.stock s
       where s.warehouse and s.variant_id in (
         select variant_id from orders.line l join orders.order o on o.id = l.order_id where o.number = $1)`,
      [number],
    );
    return rows[0]?.available ?? 0;
  };

  return { expectClean, available };
}

async function setTestCard(
  shop: StockedShop,
  captureMoment: "at_order" | "at_shipping",
): Promise<void> {
  await shop.database.pool.query(
    `insert into settings.setting (name, value, changed_at, changed_by)
     values ('test-card', $1, now(), 'test')
     on conflict (name) do update set value = excluded.value`,
    [{ enabled: true, captureMoment }],
  );
  shop.database.memory.held.clear();
}

/** The warehouse's line for a line of the order, with so many units of it. */
async function workLine(
  shop: StockedShop,
  number: string,
  sku: string | undefined,
  quantity: number,
): Promise<{ line: string; quantity: number }> {
  const { rows } = await shop.database.pool.query<{ id: string }>(
    `select w.id from fulfilment.line w
     join orders.line l on l.id = w.order_line_id join orders.order o on o.id = l.order_id
     where o.number = $1 and l.sku = $2`,
    [number, sku],
  );
  return { line: typeId("fulfilment_line", rows[0]?.id ?? ""), quantity };
}
