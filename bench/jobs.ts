import { randomUUID } from "node:crypto";
import type { Uuid } from "../server/src/kernel/ids.ts";
import { typeId } from "../server/src/kernel/type-id.ts";
import type { Answer, Client } from "./load.ts";

const asBrowser = { "accept-encoding": "br, gzip" };

const address = {
  name: "Bea Buyer",
  line1: "Lange Reihe 1",
  city: "Hamburg",
  postcode: "20099",
  country: "DE",
};

function expectStatus(answer: Answer, status: number, what: string): Answer {
  if (answer.status !== status)
    throw new Error(`${what} answered ${answer.status}: ${answer.body.slice(0, 400)}`);
  return answer;
}

/** Reads a page or public data as a browser does; it is not unpacked, so that the driver stays cheap. */
export async function get(client: Client, path: string): Promise<Answer> {
  return expectStatus(await client.send("GET", path, undefined, asBrowser), 200, path);
}

interface Cart {
  readonly id: string;
  readonly totals: { readonly total: { readonly minor: string; readonly currency: string } };
  readonly deliveryChoices: readonly {
    readonly id: string;
    readonly price: { readonly minor: string };
  }[];
  readonly paymentMethods: readonly {
    readonly method: string;
    readonly fee: { readonly minor: string } | null;
  }[];
}

/** A new cart with one unit. */
export async function newCart(client: Client, variantId: Uuid): Promise<Cart> {
  const lines = [{ variantId: typeId("variant", variantId), quantity: 1 }];
  const answer = await client.send("POST", "/api/store/carts", { market: "eu", lines });
  return JSON.parse(expectStatus(answer, 200, "new cart").body) as Cart;
}

/**
 * A guest's checkout over the public API: a cart with one unit; who it is for and where it goes, which
 * answers with the ways it can come and be paid; and the order, which names both and the total.
 * @returns the status and code of the last answer
 */
export async function checkOut(
  client: Client,
  variantId: Uuid,
): Promise<{ status: number; code: string | null; body: string }> {
  const { id } = await newCart(client, variantId);
  const email = `buyer-${randomUUID()}@example.com`;
  const detailed = expectStatus(
    await client.send("PUT", `/api/store/carts/${id}/details`, { email, shippingAddress: address }),
    200,
    "details",
  );
  const cart = JSON.parse(detailed.body) as Cart;
  const [choice] = cart.deliveryChoices;
  const cash = cart.paymentMethods.find((each) => each.method === "cash-on-delivery");
  if (choice === undefined || cash === undefined)
    throw new Error("there is no delivery or no cash on delivery");
  const minor = [cart.totals.total.minor, choice.price.minor, cash.fee?.minor ?? "0"].reduce(
    (sum, each) => sum + BigInt(each),
    0n,
  );
  const order = {
    expectedTotal: { minor: String(minor), currency: "EUR" },
    deliveryOptionId: choice.id,
    paymentMethod: "cash-on-delivery",
  };
  const placed = await client.send("POST", `/api/store/carts/${id}/order`, order, {
    "idempotency-key": randomUUID(),
  });
  const code =
    placed.status === 200 ? null : ((JSON.parse(placed.body) as { code?: string }).code ?? null);
  return { status: placed.status, code, body: placed.body };
}
