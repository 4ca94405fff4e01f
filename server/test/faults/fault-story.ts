import { randomUUID } from "node:crypto";
import type { PlacedView } from "../../src/modules/checkout/contract.ts";
import { addGiftCard } from "../../src/modules/cart/contract.ts";
import { issueGiftCard, showGiftCardCode } from "../../src/modules/credit/contract.ts";
import { placeOrder } from "../../src/modules/checkout/contract.ts";
import { cancelOrder, refundOrder } from "../../src/modules/desk/contract.ts";
import { shipParcel } from "../../src/modules/fulfilment/contract.ts";
import { goods } from "../../src/modules/checkout/examples.ts";
import { parseTypeId } from "../../src/kernel/type-id.ts";
import { present } from "../../src/kernel/assert.ts";
import { sql } from "../../src/platform/sql.ts";
import { type ApiClient, apiClient, type ApiReply } from "../support/api-client.ts";
import type { DurableShop } from "../support/durable-shop.ts";
import { deskOrder, parcelOf, workFor } from "../support/office.ts";
import { fillCart } from "../support/shopping.ts";
import { eventually } from "../support/waiting.ts";
import type { Flow } from "./fault-cases.ts";

/** One request with its key, that can be sent to any process as often as it takes. */
export interface Story {
  readonly flow: Flow;
  readonly variantId: string;
  readonly totalMinor: bigint;
  /** The order, when the request is about one that was placed before. */
  readonly orderId: string | null;
  send(url: string): Promise<ApiReply<unknown>>;
}

export const stockAtFirst = 10;
const giftCardMinor = 2000n;

/** Who signs in anew at each process, since the one they knew may be gone. */
export interface Actors {
  readonly shop: DurableShop;
  readonly shopper: ApiClient;
  readonly staff: ApiClient;
  readonly cookies: readonly string[];
  /** Sets when cards are charged for the orders placed from now on. */
  captureAt(moment: "at_order" | "at_shipping"): Promise<void>;
}

/** Does all that comes before the request of this flow, and hands the request over unsent. */
export async function prepareStory(flow: Flow, actors: Actors): Promise<Story> {
  const { shop, shopper } = actors;
  const laterPaid =
    flow === "order, paid at shipping" ||
    flow === "parcel, paid as it leaves" ||
    flow === "cancellation before payment was taken";
  await actors.captureAt(laterPaid ? "at_shipping" : "at_order");
  const variantId = await goods(shop, { stock: stockAtFirst, price: 4900 });
  const cash = flow === "parcel, paid at the door";
  const among = flow === "order, a gift card among the goods";
  const bought = among ? await goods(shop, { price: 2500, giftCard: true }) : null;
  const cart = await fillCart(shopper, {
    lines: [[variantId, 1], ...(bought === null ? [] : [[bought, 1] as const])],
    ...(cash ? {} : { method: "test-card", token: "tok_approved" }),
  });
  const { totalMinor } = cart;
  if (flow === "order, paid in part with a gift card") await enterGiftCard(actors, cart.cartId);
  const story = { flow, variantId, totalMinor };
  if (flow.startsWith("order")) {
    const send = (url: string) => once(url, [], (client) => client.send(placeOrder, cart.request));
    return { ...story, orderId: null, send };
  }
  const { order } = await shopper.call(placeOrder, cart.request);
  const params = { orderId: order.id };
  const send = async (): Promise<(client: ApiClient) => Promise<ApiReply<unknown>>> => {
    const idempotencyKey = randomUUID();
    if (flow.startsWith("cancellation")) {
      const body = { reason: "changed their mind" };
      return (client) => client.send(cancelOrder, { params, body, idempotencyKey });
    }
    await shop.drain();
    const parcel = parcelOf(await workFor(actors.staff, order.id));
    if (flow.startsWith("parcel")) return (client) => client.send(shipParcel, parcel);
    await actors.staff.call(shipParcel, parcel);
    await shop.drain();
    const body = { reason: "broken on arrival" };
    return (client) => client.send(refundOrder, { params, body, idempotencyKey });
  };
  const request = await send();
  return { ...story, orderId: order.id, send: (url) => once(url, actors.cookies, request) };
}

/** A gift card of 20.00, given by staff and entered by the shopper. */
async function enterGiftCard({ staff, shopper }: Actors, cartId: string): Promise<void> {
  const amount = { minor: String(giftCardMinor), currency: "EUR" as const };
  const { id } = await staff.call(issueGiftCard, {
    body: { amount, reason: "for a test" },
    idempotencyKey: randomUUID(),
  });
  const { code } = await staff.call(showGiftCardCode, { params: { id } });
  await shopper.call(addGiftCard, { params: { id: cartId }, body: { code } });
}

async function once<T>(
  url: string,
  cookies: readonly string[],
  work: (client: ApiClient) => Promise<ApiReply<T>>,
): Promise<ApiReply<T>> {
  const client = apiClient(url, 1).with(cookies);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

/** Sends the request again, as a patient client does, until it is answered with a yes. */
export function retry(story: Story, url: string): Promise<ApiReply<unknown>> {
  return eventually(`an answer to: ${story.flow}`, async () => {
    const reply = await story.send(url);
    if (reply.status === 200) return reply;
    if (reply.code !== "in_flight")
      throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
    return null;
  });
}

/** How a story has ended, in the shop's books, at the card gateway and on the shelf. */
export async function endOf(story: Story, answer: ApiReply<unknown>, actors: Actors): Promise<End> {
  const placed = story.orderId === null ? (answer.body as PlacedView).order.id : story.orderId;
  const order = await deskOrder(actors.staff, placed);
  const { database } = actors.shop;
  const orderId = present(parseTypeId("order", placed), "the order's id");
  const shelf = await database.one<{ on_hand: number; reserved: number }>(sql`
    select on_hand::integer, reserved::integer from inventory.stock
    where variant_id = ${story.variantId} and warehouse`);
  const { orders } = await database.one<{ orders: bigint }>(sql`
    select count(distinct order_id) as orders from orders.line where variant_id = ${story.variantId}`);
  const attempts = await database.all<{ id: string; ref: string | null }>(sql`
    select id, provider_ref as ref from payments.attempt where order_id = ${orderId}`);
  return {
    orders: Number(orders),
    status: order.status,
    authorised: order.money.authorised.minor,
    captured: order.money.captured.minor,
    refunded: order.money.refunded.minor,
    operations: order.attempts.flatMap((each) =>
      each.operations.map((one) => `${one.kind} ${one.state}`),
    ),
    parcels: order.shipments.map(({ state }) => state),
    documents: order.documents.map(({ kind }) => kind),
    shelf,
    gateway: await Promise.all(
      attempts.filter(({ ref }) => ref !== null).map((each) => atGateway(actors.shop, each)),
    ),
  };
}

async function atGateway({ processes }: DurableShop, attempt: { id: string; ref: string | null }) {
  const { gateway } = processes;
  const charges = await gateway.call("GET", `/v1/charges?reference=${attempt.id}`);
  const { body } = await gateway.call("GET", `/v1/payments/${attempt.ref}`);
  return {
    charges: charges.body["charges"]?.length ?? 0,
    status: body["status"] ?? "",
    captured: body["captured_amount"] ?? "",
    refunded: body["refunded_amount"] ?? "",
  };
}

export interface End {
  readonly orders: number;
  readonly status: string;
  readonly authorised: string;
  readonly captured: string;
  readonly refunded: string;
  readonly operations: readonly string[];
  readonly parcels: readonly string[];
  readonly documents: readonly string[];
  readonly shelf: { readonly on_hand: number; readonly reserved: number };
  readonly gateway: readonly {
    readonly charges: number;
    readonly status: string;
    readonly captured: string;
    readonly refunded: string;
  }[];
}

/** The one way in which each flow may end, wherever it was interrupted. */
export function expectedEnd({ flow, totalMinor }: Story): End {
  const total = totalMinor.toString();
  const paid = { charges: 1, status: "captured", captured: total, refunded: "0" };
  const shelf = (on_hand: number, reserved: number) => ({ on_hand, reserved });
  /** Placed and charged, and nothing more. */
  const charged: End = {
    orders: 1,
    status: "placed",
    authorised: total,
    captured: total,
    refunded: "0",
    operations: ["capture succeeded"],
    parcels: [],
    documents: [],
    shelf: shelf(stockAtFirst, 1),
    gateway: [paid],
  };
  const left = { parcels: ["shipped"], documents: ["invoice"], shelf: shelf(stockAtFirst - 1, 0) };
  const refunded = {
    refunded: total,
    operations: ["capture succeeded", "refund succeeded"],
    gateway: [{ ...paid, refunded: total }],
  };
  const uncharged = { captured: "0", operations: [], gateway: [] };
  const back = { status: "cancelled", shelf: shelf(stockAtFirst, 0) };
  switch (flow) {
    case "order, paid at once":
      return charged;
    case "order, paid in part with a gift card": {
      const byCard = (totalMinor - giftCardMinor).toString();
      return {
        ...charged,
        operations: ["capture succeeded", "capture succeeded"],
        gateway: [{ ...paid, captured: byCard }],
      };
    }
    case "order, a gift card among the goods":
      return { ...charged, documents: ["invoice"] };
    case "order, paid at shipping":
      return {
        ...charged,
        ...uncharged,
        gateway: [{ ...paid, status: "authorised", captured: "0" }],
      };
    case "parcel, paid as it leaves":
      return { ...charged, ...left, status: "completed" };
    case "parcel, paid at the door":
      return { ...charged, ...left, ...uncharged };
    case "refund of a parcel":
      return {
        ...charged,
        ...left,
        ...refunded,
        status: "completed",
        documents: ["invoice", "credit_note"],
      };
    case "cancellation before payment was taken":
      return {
        ...charged,
        ...uncharged,
        ...back,
        authorised: "0",
        operations: ["void succeeded"],
        gateway: [{ ...paid, status: "voided", captured: "0" }],
      };
    case "cancellation after payment was taken":
      return { ...charged, ...refunded, ...back };
  }
}
