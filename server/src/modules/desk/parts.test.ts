import { describe, expect, it } from "vitest";
import { goods, place, wanted } from "../checkout/examples.ts";
import * as cart from "../cart/contract.ts";
import { anonymous } from "../../platform/context.ts";
import * as desk from "./contract.ts";
import { deskShop } from "./testing.ts";

const shop = await deskShop();
const { asStaff, read, ship, drainJobs, expectClean } = shop;

const newYork = {
  name: "Ada Lovelace",
  line1: "1 Main Street",
  city: "New York",
  postcode: "10001",
  region: "NY",
  country: "US",
};

/** Three units whose tax does not divide by three: 3.33 each, 4 % of 9.99 is 0.40. */
async function threeInNewYork(): Promise<string> {
  const inMarket = { marketCode: "us" };
  const lines = [wanted(await goods(shop, { price: 333, stock: 20 }), 3)];
  const { id } = await shop.call(cart.createCart, { body: { lines } }, anonymous, inMarket);
  const params = { id };
  const details = { email: "ada@example.com", shippingAddress: newYork };
  const seen = await shop.call(
    cart.changeCartDetails,
    { params, body: details },
    anonymous,
    inMarket,
  );
  const parcel = seen.deliveryChoices.find((each) => each.kind === "shipping");
  const delivery = { deliveryOptionId: parcel?.id ?? "" };
  await shop.call(cart.chooseDelivery, { params, body: delivery }, anonymous, inMarket);
  const method = { method: "cash-on-delivery" } as const;
  const ready = await shop.call(
    cart.choosePaymentMethod,
    { params, body: method },
    anonymous,
    inMarket,
  );
  const placed = await place(shop, ready);
  await drainJobs();
  return placed.order.id;
}

async function cancelOne(orderId: string): Promise<void> {
  const { lines } = await read(orderId);
  const one = [{ orderLineId: lines[0]?.id ?? "", quantity: 1 }];
  const preview = await asStaff(desk.previewCancellation, {
    params: { orderId },
    body: { lines: one },
  });
  const before = await read(orderId);
  const after = await asStaff(desk.cancelOrder, {
    params: { orderId },
    body: { lines: one, reason: "x" },
  });
  const taken = BigInt(after.money.cancelled.minor) - BigInt(before.money.cancelled.minor);
  expect(preview.value.minor).toBe(taken.toString());
  await drainJobs();
}

describe("shipping and cancelling unit by unit, in any order", () => {
  it.each([
    "ship cancel ship",
    "cancel ship ship",
    "ship ship cancel",
    "cancel cancel ship",
    "ship cancel cancel",
  ])("comes to the whole: %s", async (steps) => {
    const orderId = await threeInNewYork();
    for (const step of steps.split(" ")) {
      if (step === "ship") await ship(orderId, { line: 0, quantity: 1 });
      else await cancelOne(orderId);
    }
    await asStaff(desk.collectCash, { params: { orderId }, body: {} });
    const order = await read(orderId);
    expect(order).toMatchObject({ status: "completed", money: { due: { minor: "0" } } });
    await expectClean();
  });
});
