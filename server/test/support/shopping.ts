import { randomUUID } from "node:crypto";
import { typeId } from "../../src/kernel/type-id.ts";
import type { Uuid } from "../../src/kernel/ids.ts";
import { changeCartDetails, createCart } from "../../src/modules/cart/contract.ts";
import { type PlacedView, placeOrder } from "../../src/modules/checkout/contract.ts";
import { berlin } from "../../src/modules/checkout/examples.ts";
import type { PaymentMethod } from "../../src/modules/settings/index.ts";
import type { ApiClient, ApiReply } from "./api-client.ts";

/** A cart that lacks nothing but the order, with the request that will place it. */
export interface FilledCart {
  readonly cartId: string;
  readonly totalMinor: bigint;
  readonly request: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly expectedTotal: { readonly minor: string; readonly currency: "EUR" };
      readonly deliveryOptionId: string;
      readonly paymentMethod: PaymentMethod;
      readonly paymentToken?: string;
    };
    readonly idempotencyKey: string;
  };
}

export interface Shopping {
  readonly lines: readonly (readonly [variant: Uuid, quantity: number])[];
  readonly method?: PaymentMethod;
  readonly token?: string;
}

/** What a shopper does before the last button: two requests. */
export async function fillCart(
  client: ApiClient,
  { lines, method = "cash-on-delivery", token }: Shopping,
): Promise<FilledCart> {
  const wanted = lines.map(([id, quantity]) => ({ variantId: typeId("variant", id), quantity }));
  const { id } = await client.call(createCart, { body: { market: "eu", lines: wanted } });
  const cart = await client.call(changeCartDetails, {
    params: { id },
    body: { email: `${randomUUID()}@example.com`, shippingAddress: berlin },
  });
  const delivery = cart.deliveryChoices.find(({ kind }) => kind === "shipping");
  if (delivery === undefined) throw new Error("Nothing is delivered there");
  const totalMinor = BigInt(cart.totals.total.minor) + BigInt(delivery.price.minor);
  return {
    cartId: id,
    totalMinor,
    request: {
      params: { id },
      body: {
        expectedTotal: { minor: totalMinor.toString(), currency: "EUR" },
        deliveryOptionId: delivery.id,
        paymentMethod: method,
        ...(token === undefined ? {} : { paymentToken: token }),
      },
      idempotencyKey: randomUUID(),
    },
  };
}

export function order(client: ApiClient, { request }: FilledCart): Promise<ApiReply<PlacedView>> {
  return client.send(placeOrder, request);
}

/** Does `work` for each of the items, so many at a time, and keeps their order. */
export async function manyAtOnce<Item, Result>(
  items: readonly Item[],
  hands: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as Item, index); // index is below the length
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return results;
}
