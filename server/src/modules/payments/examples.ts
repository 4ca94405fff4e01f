import { newId } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { aVariant } from "../inventory/examples.ts";
import { createOrder, getOrder, type NewOrderLine, type Order } from "../orders/index.ts";
import type { PaymentMethod } from "../settings/index.ts";
import { createAttempt, settleOffline } from "./create-attempt.ts";
import type { Attempt } from "./payment.ts";

export interface OrderFacts {
  readonly method?: PaymentMethod;
  readonly captureMoment?: "at_order" | "at_shipping";
  /** Gross cents of each item line, two units each; delivery of 5.95 is added. */
  readonly lines?: readonly bigint[];
}

export const exampleAddress = {
  name: "Greta Gast",
  line1: "Hafenstraße 1",
  city: "Hamburg",
  postcode: "20095",
  country: "DE",
} as const;

/** A pending order for goods that nobody has reserved: 19 % VAT in the prices, in euros. */
export async function anOrder(ctx: Context, facts: OrderFacts = {}): Promise<Order> {
  const lines: NewOrderLine[] = [];
  for (const gross of facts.lines ?? [10_000n, 5_000n]) {
    const { variantId, sku } = await aVariant(ctx.db);
    lines.push({ ...aLine(gross, 2), kind: "item", variantId, sku, title: `Thing ${sku}` });
  }
  lines.push({ ...aLine(595n, 1), kind: "delivery", variantId: null, sku: "", title: "Parcel" });
  const sum = (pick: (line: NewOrderLine) => bigint) =>
    lines.reduce((total, line) => total + pick(line), 0n);
  return createOrder(ctx, {
    id: newId(),
    cartId: newId(),
    customerId: null,
    email: "greta@example.com",
    market: "eu",
    currency: "EUR",
    locale: "en",
    taxIncluded: true,
    shippingAddress: exampleAddress,
    billingAddress: exampleAddress,
    delivery: {
      code: "parcel",
      kind: "shipping",
      name: "Parcel",
      carrier: null,
      pickupLocation: null,
      earliest: "2030-01-02",
      latest: "2030-01-04",
    },
    paymentMethod: facts.method ?? "test-card",
    captureMoment: facts.captureMoment ?? "at_shipping",
    taxEvidence: null,
    note: "",
    payBy: null,
    lines,
    taxLines: [
      {
        category: "standard",
        rate: "19",
        jurisdiction: "DE",
        reason: "standard",
        netMinor: sum((line) => line.netMinor),
        taxMinor: sum((line) => line.taxMinor),
      },
    ],
  });
}

function aLine(gross: bigint, quantity: number) {
  const net = (gross * 100n) / 119n;
  return {
    id: newId(),
    options: "",
    pictureKey: null,
    quantity,
    unitPriceMinor: gross / BigInt(quantity),
    discountMinor: 0n,
    discounts: [],
    netMinor: net,
    taxMinor: gross - net,
    productKind: "physical" as const,
    taxCategory: "standard",
    taxRate: "19",
    taxJurisdiction: "DE",
    taxReason: "standard",
    weightGrams: 500,
    promisedBy: null,
  };
}

/** An order with its attempt: placed already where it is paid outside the program. */
export async function anOrderToPay(
  edge: Edge,
  facts: OrderFacts = {},
): Promise<{ order: Order; attempt: Attempt }> {
  return edge.transaction(async (ctx) => {
    const order = await anOrder(ctx, facts);
    const attempt = await createAttempt(ctx, {
      orderId: order.id,
      provider: order.paymentMethod,
      amount: money(order.totalMinor, order.currency),
    });
    if (order.paymentMethod !== "test-card") await settleOffline(ctx, attempt);
    return { order: await getOrder(ctx, order.id), attempt };
  });
}

/** Our pages, for attempts that no shopper comes back from. */
export function paths(token?: string) {
  const back = { returnPath: "/order/x/payment", cancelPath: "/order/x" };
  return token === undefined ? back : { ...back, token };
}
