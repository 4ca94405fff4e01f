import { beforeEach, describe, expect, test } from "vitest";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { runAudit } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";
import { bankTransfer } from "../../providers/bank-transfer/bank-transfer.ts";
import { cashOnDelivery } from "../../providers/cash-on-delivery/cash-on-delivery.ts";
import { checks as stockChecks } from "../inventory/audit.ts";
import { checks } from "../orders/audit.ts";
import { getOrderByLink } from "../orders/contract.ts";
import {
  type AuthoriseRequest,
  type OnlineProvider,
  type PaymentAnswer,
  setProviders,
} from "../payments/index.ts";
import { cancelOverdue } from "./cancel-overdue.ts";
import { payOrderAgain, type PlacedView } from "./contract.ts";
import { goods, place, readyCart, refusalOf, stockedShop, wanted } from "./examples.ts";
import { prepareOrder } from "./prepare-order.ts";

const shop = await stockedShop({ poolSize: 20 });
await shop.database.run(sql`
  update settings.setting set value = jsonb_set(value, '{enabled}', 'true') where name = 'test-card'`);

/** What the provider at the other end will say, and what it was asked. */
let says: (request: AuthoriseRequest) => PaymentAnswer;
let asked: AuthoriseRequest[] = [];

const unused = () => Promise.reject(new Error("not part of these tests"));
const provider: OnlineProvider = {
  name: "test-card",
  mode: "online",
  unavailable: async () => null,
  fee: async () => null,
  limit: async () => null,
  authorise: async (request) => {
    asked.push(request);
    return says(request);
  },
  lookUp: unused,
  capture: unused,
  void: unused,
  refund: unused,
  verifyWebhook: () => ({ genuine: false, reason: "none here" }),
  readWebhook: () => null,
};
setProviders([provider, cashOnDelivery, bankTransfer]);

type Seen = Extract<PaymentAnswer, { outcome: "seen" }>["report"]["seen"];

function sees(phase: Seen["phase"], more: Partial<Seen> = {}) {
  return ({ key, amount }: AuthoriseRequest): PaymentAnswer => ({
    outcome: "seen",
    report: {
      reference: key,
      amount,
      seen: {
        kind: "payment",
        phase,
        providerRef: `ref-${key}`,
        capturedMinor: 0n,
        action: null,
        failure: null,
        expiresAt: null,
        ...more,
      },
    },
  });
}

beforeEach(() => {
  asked = [];
  says = sees("authorised");
});

const cup = await goods(shop, { stock: 100 });
const byCard = { paymentMethod: "test-card" } as const;
const orderIdOf = (placed: PlacedView): Uuid => parseTypeId("order", placed.order.id) ?? "";

async function reservationsOf(placed: PlacedView): Promise<string[]> {
  const rows = await shop.database.all<{ state: string }>(
    sql`select state from inventory.reservation where order_id = ${orderIdOf(placed)}`,
  );
  return rows.map(({ state }) => state);
}

function payAgain(placed: PlacedView, method: "test-card" | "cash-on-delivery") {
  return shop.call(payOrderAgain, {
    params: { secret: placed.order.linkSecret },
    body: { method },
    idempotencyKey: newId(),
  });
}

async function expectSound(): Promise<void> {
  const results = await runAudit(shop.database, [...checks, ...stockChecks]);
  expect(results.filter(({ offences }) => offences.length > 0)).toEqual([]);
}

describe("an order paid by card", () => {
  test("is placed when the provider promises the money, and asks it once", async () => {
    const placed = await place(shop, await readyCart(shop, [wanted(cup)]), byCard);
    expect(placed).toMatchObject({
      order: { status: "placed" },
      payment: { method: "test-card", state: "authorised", action: null },
    });
    expect(asked).toMatchObject([
      {
        amount: { currency: "EUR" },
        orderNumber: placed.order.number,
        returnPath: `${placed.order.statusLink}/payment`,
        cancelPath: placed.order.statusLink,
        token: null,
      },
    ]);
    expect(await reservationsOf(placed)).toEqual(["allocated"]);
    await expectSound();
  });

  test("waits with its goods held while the shopper proves who they are", async () => {
    says = sees("action", { action: { type: "redirect", url: "https://pay.example/1" } });
    const cart = await readyCart(shop, [wanted(cup)]);
    const placed = await place(shop, cart, byCard);
    expect(placed).toMatchObject({
      order: { status: "pending" },
      payment: {
        state: "action_required",
        action: { type: "redirect", url: "https://pay.example/1" },
      },
    });
    expect(await reservationsOf(placed)).toEqual(["held"]);
    expect(await place(shop, cart, byCard)).toEqual(placed);
    expect(asked).toHaveLength(1);
  });

  test("stays open when the card is declined, and can be paid in another way", async () => {
    says = sees("failed", { failure: "card_declined" });
    const placed = await place(shop, await readyCart(shop, [wanted(cup)]), byCard);
    expect(placed).toMatchObject({
      order: { status: "pending" },
      payment: { state: "failed", failure: "card_declined" },
    });
    const second = await payAgain(placed, "test-card");
    expect(second.payment.state).toBe("failed");
    expect(new Set(asked.map(({ key }) => key)).size).toBe(2);
    const third = await payAgain(placed, "cash-on-delivery");
    expect(third).toMatchObject({
      order: { id: placed.order.id, status: "placed" },
      payment: { method: "cash-on-delivery", state: "offline" },
    });
    expect(await reservationsOf(placed)).toEqual(["allocated"]);
    expect((await refusalOf(payAgain(placed, "test-card"))).code).toBe("order_not_in_state");
    await expectSound();
  });

  test("goes on where a process died after the first phase: one order, one charge", async () => {
    const cart = await readyCart(shop, [wanted(cup)]);
    const { total } = cart.totals;
    const body = { expectedTotal: { minor: BigInt(total.minor), currency: total.currency } };
    const params = { id: parseTypeId("cart", cart.id) ?? "" };
    const lost = await shop
      .edge()
      .transaction((ctx) =>
        prepareOrder(ctx, { params, query: undefined, body: { ...body, ...byCard } }),
      );
    expect(asked).toEqual([]);
    const placed = await place(shop, cart, byCard);
    expect(placed).toMatchObject({
      order: { number: lost.order.number, status: "placed" },
      payment: { state: "authorised" },
    });
    expect(asked.map(({ key }) => key)).toEqual([lost.attempt?.id]);
    expect(await place(shop, cart, byCard)).toEqual(placed);
    expect(asked).toHaveLength(1);
  });

  test("is not given up while the provider's answer is unknown, and is when nobody paid", async () => {
    says = () => ({ outcome: "unknown", reason: "timeout" });
    const unknown = await place(shop, await readyCart(shop, [wanted(cup)]), byCard);
    expect(unknown).toMatchObject({ order: { status: "pending" }, payment: { state: "pending" } });
    says = sees("failed", { failure: "card_declined" });
    const declined = await place(shop, await readyCart(shop, [wanted(cup)]), byCard);
    await shop.database.run(sql`update orders.order set pay_by = now() - interval '1 second'`);
    for (const each of [unknown, declined]) {
      await shop.edge().transaction((ctx) => cancelOverdue(ctx, orderIdOf(each)));
    }
    const statusOf = async ({ order }: PlacedView) =>
      (await shop.call(getOrderByLink, { params: { secret: order.linkSecret } })).status;
    expect(await statusOf(unknown)).toBe("pending");
    expect(await reservationsOf(unknown)).toEqual(["held"]);
    expect(await statusOf(declined)).toBe("cancelled");
    expect(await reservationsOf(declined)).toEqual(["released"]);
    await expectSound();
  });

  test("refuses a method that this installation has no provider for", async () => {
    setProviders([cashOnDelivery, bankTransfer]);
    const cart = await readyCart(shop, [wanted(cup)]);
    const { code, details } = await refusalOf(place(shop, cart, byCard));
    setProviders([provider, cashOnDelivery, bankTransfer]);
    expect({ code, details }).toEqual({
      code: "payment_not_possible",
      details: { reason: "not_configured" },
    });
  });
});
