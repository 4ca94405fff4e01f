import { expect, test } from "vitest";
import * as cart from "../cart/contract.ts";
import { berlin, goods, place, wanted } from "../checkout/examples.ts";
import { getOrderByLink } from "../orders/contract.ts";
import { cancelOrder } from "./contract.ts";
import { deskShop } from "./testing.ts";

const shop = await deskShop();

/** Two of a free thing, collected at the warehouse: no goods, no delivery and no fee to pay. */
async function freeOrder() {
  await shop.query(`update settings.setting set value = jsonb_set(value, '{fees}',
    '[{"minor":"595","currency":"EUR"}]') where name = 'cash-on-delivery'`);
  shop.database.memory.held.clear();
  const thing = await goods(shop, { price: 0, stock: 5 });
  const made = await shop.call(cart.createCart, { body: { lines: [wanted(thing, 2)] } });
  const pickup = made.deliveryChoices.find(({ kind }) => kind === "pickup");
  const params = { id: made.id };
  await shop.call(cart.changeCartDetails, {
    params,
    body: { email: "ada@example.com", shippingAddress: berlin },
  });
  await shop.call(cart.chooseDelivery, { params, body: { deliveryOptionId: pickup?.id ?? "" } });
  // A fee for a way to pay that is not needed is not charged.
  const body = { method: "cash-on-delivery" } as const;
  const ready = await shop.call(cart.choosePaymentMethod, { params, body });
  expect(ready).toMatchObject({
    totals: { total: { minor: "0" }, due: { minor: "0" }, fee: { minor: "0" } },
    requirements: [],
  });
  const placed = await place(shop, ready);
  expect(placed.payment).toMatchObject({ method: "none", state: "authorised" });
  await shop.drainJobs();
  return placed.order;
}

test("an order that costs nothing is placed, sent in two parcels, invoiced and completed", async () => {
  const { id, linkSecret } = await freeOrder();
  const placed = await shop.read(id);
  expect(placed).toMatchObject({ status: "placed", paymentMethod: "none", attempts: [] });
  expect(placed.paymentStatus).toBe("paid");
  await shop.expectClean();
  const partly = await shop.ship(id, { line: 0, quantity: 1 });
  expect(partly.fulfilmentStatus).toBe("partly_shipped");
  expect(await shop.ship(id)).toMatchObject({ status: "completed", paymentStatus: "paid" });
  const { rows } = await shop.query<{ lines: number; gross: string }>(
    `select jsonb_array_length(content -> 'lines') as lines, gross_minor::text as gross
     from invoicing.document d join orders.order o on o.id = d.order_id where o.number = $1 order by d.number`,
    [placed.number],
  );
  expect(rows).toEqual([
    { lines: 2, gross: "0" },
    { lines: 1, gross: "0" },
  ]);
  const seen = await shop.call(getOrderByLink, { params: { secret: linkSecret } });
  expect(seen).toMatchObject({ status: "completed", paymentMethod: "none" });
  await shop.expectClean();
});

test("an order that costs nothing is cancelled, and its goods are free again", async () => {
  const { id } = await freeOrder();
  const cancelled = await shop.asStaff(cancelOrder, {
    params: { orderId: id },
    body: { reason: "a mistake" },
  });
  expect(cancelled.status).toBe("cancelled");
  await shop.drainJobs();
  expect(await shop.available(id)).toBe(5);
  await shop.expectClean();
});
