import { expect, test } from "vitest";
import { routes } from "../src/app/rooms.ts";
import { newId } from "../src/kernel/ids.ts";
import { goods, place, readyCart, refusalOf, wanted } from "../src/modules/checkout/examples.ts";
import { cancelOrder, markOrderPaid } from "../src/modules/desk/contract.ts";
import { listFulfilments, packGoods, shipParcel } from "../src/modules/fulfilment/contract.ts";
import { setProviders } from "../src/modules/payments/index.ts";
import { bankTransfer } from "../src/providers/bank-transfer/bank-transfer.ts";
import { cashOnDelivery } from "../src/providers/cash-on-delivery/cash-on-delivery.ts";
import { readSources } from "./architecture/source.ts";
import { fakeCard } from "./model/fake-card.ts";
import { furnish } from "./support/furnish.ts";
import { owner, testShop } from "./support/test-shop.ts";

/** Codes that endpoints say they refuse with and that no test expects. */
function unexpected(codes: Iterable<string>, tests: string): string[] {
  return [...new Set(codes)].filter((code) => !tests.includes(`"${code}"`)).sort(byName);
}

const byName = (a: string, b: string): number => a.localeCompare(b);

test("each refusal that an endpoint declares is expected by a test", () => {
  const sources = readSources("server/src", "server/test");
  const tests = sources
    .filter(({ path }) => path.endsWith(".test.ts"))
    .map(({ text }) => text)
    .join("\n");
  const codes = routes.flatMap(({ endpoint }) => endpoint.errors.map(({ code }) => code));
  expect(codes.length).toBeGreaterThan(100);
  expect(unexpected(codes, tests)).toEqual([]);
  expect(
    unexpected(
      ["the", "never"].map((word) => `${word}_told`),
      tests,
    ),
  ).toHaveLength(2);
});

const shop = await testShop();
const warehouse = await shop.edge().transaction((ctx) => furnish(ctx, "at_shipping"));
const { provider } = fakeCard();
const unheard = { outcome: "unknown", operationRef: null, reason: "no_answer" } as const;
setProviders([{ ...provider, capture: async () => unheard }, cashOnDelivery, bankTransfer]);
const counter = { ...shop, warehouse };

async function ordered(paymentMethod: "cash-on-delivery" | "test-card"): Promise<string> {
  const chair = await goods(counter, { stock: 5 });
  const cart = await readyCart(counter, [wanted(chair)]);
  const token = paymentMethod === "test-card" ? { paymentToken: "approved" } : {};
  const { order } = await place(shop, cart, { paymentMethod, ...token });
  await shop.drainJobs();
  return order.id;
}

async function workOf(orderId: string): Promise<string> {
  const { items } = await shop.call(listFulfilments, { query: {} }, owner);
  return items.find(({ order }) => order.id === orderId)?.id ?? "";
}

test("an order that is paid at the door cannot be marked as paid by transfer", async () => {
  const params = { orderId: await ordered("cash-on-delivery") };
  const paid = shop.call(markOrderPaid, { params, body: {}, idempotencyKey: newId() }, owner);
  expect((await refusalOf(paid)).code).toBe("not_payable");
});

test("what nobody has picked cannot be packed", async () => {
  const params = { id: await workOf(await ordered("cash-on-delivery")) };
  const packed = shop.call(packGoods, { params, idempotencyKey: newId() }, owner);
  expect((await refusalOf(packed)).code).toBe("nothing_to_ship");
});

test("an order whose parcel waits for its payment cannot be cancelled under it", async () => {
  const orderId = await ordered("test-card");
  const parcel = await shop.call(
    shipParcel,
    {
      params: { id: await workOf(orderId) },
      body: { carrier: "dhl" },
      idempotencyKey: newId(),
    },
    owner,
  );
  expect(parcel.state).toBe("capturing");
  const params = { orderId };
  const body = { reason: "changed their mind" };
  const cancelled = shop.call(cancelOrder, { params, body, idempotencyKey: newId() }, owner);
  expect((await refusalOf(cancelled)).code).toBe("shipment_under_way");
});
