import { describe, expect, it } from "vitest";
import { routes } from "../src/app/rooms.ts";
import type { Endpoint } from "../src/kernel/endpoint.ts";
import { newId } from "../src/kernel/ids.ts";
import { present } from "../src/kernel/assert.ts";
import { Refusal } from "../src/kernel/errors.ts";
import { anonymous, type Principal } from "../src/platform/context.ts";
import { getCart } from "../src/modules/cart/contract.ts";
import { berlin, goods, place, readyCart, wanted } from "../src/modules/checkout/examples.ts";
import { issueGiftCard, showGiftCardCode } from "../src/modules/credit/contract.ts";
import { addAddress } from "../src/modules/customers/contract.ts";
import { findOrCreateCustomer } from "../src/modules/customers/index.ts";
import { deskShop } from "../src/modules/desk/testing.ts";
import { aStaff, goodPassword, openBrowser } from "../src/modules/identity/examples.ts";
import { listMySessions, saveView, signIn } from "../src/modules/identity/contract.ts";
import { seedCustomerAccount } from "../src/modules/customers/account.ts";
import { customerSignIn, listSessions } from "../src/modules/customers/contract.ts";
import { listOrderDocuments } from "../src/modules/invoicing/contract.ts";
import { contentsOf } from "./support/contents.ts";
import { owner } from "./support/test-shop.ts";

/** How an endpoint stands to ids that exist and are somebody else's. */
type Standing =
  /** It has no ids in its address. */
  | "no ids"
  /** What it names is public, or known to all staff with the permission. */
  | "everyone's"
  /** A long random secret in the address is the right to it: there is no "else". */
  | "for whoever knows it"
  /** It may name what is another's: a case below shows that it is refused. */
  | "owned";

function standingOf({ path, allow }: Pick<Endpoint, "path" | "allow">): Standing {
  // The number of a revision counts within the product before it, so it names nothing of another's.
  const ids = (path.match(/:\w+/g) ?? []).filter((id) => id !== ":number");
  if (ids.length === 0) return "no ids";
  if (path.includes("/me/") || allow === "customer") return "owned";
  if (path.startsWith("/api/admin/")) return ids.length === 1 ? "everyone's" : "owned";
  if (path.startsWith("/api/store/carts/:id")) return "owned";
  if (path.startsWith("/api/store/orders/by-link/:secret"))
    return ids.length === 1 ? "for whoever knows it" : "owned";
  return /^\/api\/store\/(products\/:handle|category-addresses\/:slug|pages\/:slug|files\/:id|feeds\/:kind\/:market\/:locale)$/.test(
    path,
  )
    ? "everyone's"
    : "owned";
}

const shop = await deskShop();
const everything = routes.map(({ endpoint }) => endpoint);
const owned = everything.filter((each) => standingOf(each) === "owned");

async function aCustomer(name: string): Promise<Principal & { customerId: string }> {
  const email = `${name}@example.com`;
  const customerId = await shop
    .edge()
    .transaction((ctx) => findOrCreateCustomer(ctx, email, name, "en"));
  return { kind: "customer", customerId, name };
}

const [ada, eve] = [await aCustomer("ada"), await aCustomer("eve")];
const chair = await goods(shop, { stock: 50 });
const adas = {
  cart: await readyCart(shop, [wanted(chair)], ada),
  order: (await place(shop, await readyCart(shop, [wanted(chair)], ada), {}, ada)).order,
  address: await addressOf(ada),
};
const eves = { cart: await readyCart(shop, [wanted(chair)], eve), link: "" };
eves.link = (
  await place(shop, await readyCart(shop, [wanted(chair)], eve), {}, eve)
).order.linkSecret;
await shop.drainJobs();
await shop.ship(adas.order.id);
const [invoice] = await shop.call(listOrderDocuments, {
  params: { secret: adas.order.linkSecret },
});

async function addressOf(who: Principal): Promise<string> {
  const { id } = await shop.call(addAddress, { body: { address: berlin, isDefault: true } }, who);
  return id;
}

/** Sessions that two people have in browsers of their own: the id of the first one's, and the second one. */
async function othersSession(area: "office" | "store") {
  const [holder, stranger] = [
    openBrowser(shop.database, routes),
    openBrowser(shop.database, routes),
  ];
  for (const [name, who] of [
    ["holder", holder],
    ["stranger", stranger],
  ] as const) {
    const [email, password] = [`${area}-${name}@example.com`, goodPassword];
    if (area === "office") {
      await aStaff(shop.edge(), { email, role: "owner" });
      await who.call(signIn, { body: { email, password } });
    } else {
      const person = { email, name: "Mira Sandberg", locale: "en", password } as const;
      await shop.edge().transaction((ctx) => seedCustomerAccount(ctx, person));
      await who.call(customerSignIn, { body: { email, password } });
    }
  }
  const sessions = await holder.call(area === "office" ? listMySessions : listSessions, {});
  return { id: present(sessions[0], "a session").id, stranger };
}

/** A gift card's code that would pay, were the cart one's own. */
async function aCode(): Promise<string> {
  const body = { amount: { minor: "1000", currency: "EUR" }, reason: "test" } as const;
  const { id } = await shop.asStaff(issueGiftCard, { body });
  return (await shop.asStaff(showGiftCardCode, { params: { id } })).code;
}

/** A view that one member of staff keeps to herself, and a colleague who manages the rest. */
const [keeper, colleague] = await Promise.all(
  ["keeper", "colleague"].map(async (name): Promise<Principal> => {
    const { id } = await aStaff(shop.edge(), { email: `${name}@example.com`, role: "owner" });
    return { ...owner, staffId: id };
  }),
);
const kept = await shop.call(
  saveView,
  { body: { list: "orders", name: "Mine", address: "needs=late", shared: false } },
  keeper,
);

const cartId = { id: adas.cart.id };
const line = present(adas.cart.lines[0], "a line").id;

/** A sound request to Ada's cart by the endpoint's id; her cart is a customer's, so nobody else may use it. */
const bodies: Readonly<Record<string, object | undefined>> = {
  getCart: undefined,
  addCartLine: wanted(chair),
  changeCartLine: { quantity: 2 },
  removeCartLine: undefined,
  enterCartCode: { code: "WELCOME10" },
  removeCartCode: undefined,
  changeCartDetails: { note: "Mine now" },
  chooseDelivery: { deliveryOptionId: null },
  choosePaymentMethod: { method: null },
  addGiftCard: { code: await aCode() },
  removeGiftCard: undefined,
  chooseStoreCredit: { use: false },
  chooseCartMarket: { market: "us" },
  acceptCartChanges: undefined,
  settleCartTax: undefined,
  placeOrder: { expectedTotal: adas.cart.totals.total },
};
const furtherIds: Readonly<Record<string, object>> = {
  changeCartLine: { lineId: line },
  removeCartLine: { lineId: line },
  removeCartCode: { code: "WELCOME10" },
  removeGiftCard: { cardId: "gift_card_01h455vb4pex5vsknk084sn02q" },
};

/** What each owned endpoint answers when it is asked for what is another's. */
const cases: Readonly<Record<string, () => Promise<unknown>>> = {
  changeAddress: () =>
    as(eve, "changeAddress", { id: adas.address }, { address: berlin, isDefault: true }),
  removeAddress: () => as(eve, "removeAddress", { id: adas.address }),
  getAccountOrder: () => as(eve, "getAccountOrder", { id: adas.order.id }),
  changeView: () =>
    as(colleague, "changeView", { id: kept.id }, { version: 1, name: "Ours", shared: true }),
  deleteView: () => as(colleague, "deleteView", { id: kept.id }),
  readOrderDocumentPdf: () =>
    as(anonymous, "readOrderDocumentPdf", { secret: eves.link, id: invoice?.id }),
};

function endpointOf(id: string): Endpoint {
  return present(
    everything.find((each) => each.id === id),
    id,
  );
}

function as(
  who: Principal | undefined,
  id: string,
  params: object,
  body?: object,
): Promise<unknown> {
  const input = { params, ...(body === undefined ? {} : { body }), idempotencyKey: newId() };
  return shop.call(endpointOf(id), input, who);
}

/** Refused as unknown or forbidden, and nothing in the database is another than before. */
async function refused(call: () => Promise<unknown>): Promise<void> {
  const before = await contentsOf(shop.database);
  const error = await call().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  expect([403, 404]).toContain((error as Refusal).kind.status);
  expect(await contentsOf(shop.database)).toEqual(before);
}

/** Owned endpoints that nothing here asks for what is another's. */
function withoutCase(endpoints: readonly Pick<Endpoint, "id" | "path" | "allow">[]): string[] {
  const known = new Set([
    ...Object.keys(cases),
    ...Object.keys(bodies),
    "endSession",
    "endMySession",
  ]);
  return endpoints
    .filter((each) => standingOf(each) === "owned" && !known.has(each.id))
    .map(({ id }) => id);
}

describe("somebody else's", () => {
  it("id is tried at every endpoint that could be led astray by it", () => {
    expect(withoutCase(everything)).toEqual([]);
    const known = new Set(owned.map(({ id }) => id));
    expect([...Object.keys(cases), ...Object.keys(bodies)].filter((id) => !known.has(id))).toEqual(
      [],
    );
  });

  it("id is missed when a new endpoint takes one and has no case", () => {
    const wish = {
      id: "readWish",
      path: "/api/store/account/wishes/:id",
      allow: "customer",
    } as const;
    const note = {
      id: "dropNote",
      path: "/api/admin/orders/:orderId/notes/:id",
      allow: "staff",
    } as const;
    const code = { id: "readCode", path: "/api/store/codes/:id", allow: "anyone" } as const;
    expect(withoutCase([wish, note, code])).toEqual(["readWish", "dropNote", "readCode"]);
  });

  it.each(Object.keys(cases))("thing is refused by %s", (id) => refused(present(cases[id], id)));

  it.each(Object.keys(bodies))(
    "cart is refused to another customer and to a stranger by %s",
    async (id) => {
      for (const who of [eve, anonymous]) {
        await refused(() => as(who, id, { ...cartId, ...furtherIds[id] }, bodies[id]));
      }
    },
  );

  it("line is not reached through one's own cart", async () => {
    const before = await shop.call(getCart, { params: cartId }, ada);
    const params = { id: eves.cart.id, lineId: line };
    await refused(() => as(eve, "changeCartLine", params, { quantity: 2 }));
    await as(eve, "removeCartLine", params); // removing what is not there changes nothing
    expect(await shop.call(getCart, { params: cartId }, ada)).toEqual(before);
  });

  it("session is not ended by another customer or another member of staff", async () => {
    for (const [area, id] of [
      ["store", "endSession"],
      ["office", "endMySession"],
    ] as const) {
      const other = await othersSession(area);
      await expect(
        other.stranger.call(endpointOf(id), { params: { id: other.id } }),
      ).rejects.toMatchObject({ kind: { status: 404 } });
    }
  });

  it("lines of another order are neither refunded, nor cancelled, nor picked", async () => {
    const [mine, other] = [await shop.ordered(), await shop.ordered()];
    const theirs = await shop.read(other);
    const lines = [{ orderLineId: present(theirs.lines[0], "a line").id, quantity: 1 }];
    const work = (order: typeof theirs) => present(order.fulfilmentOrders[0], "work");
    const own = await shop.read(mine);
    for (const [id, params, body] of [
      ["cancelOrder", { orderId: mine }, { lines, reason: "x" }],
      ["previewCancellation", { orderId: mine }, { lines }],
      ["refundOrder", { orderId: mine }, { lines, reason: "x" }],
      ["previewRefund", { orderId: mine }, { lines }],
      [
        "pickGoods",
        { id: work(own).id },
        { lines: [{ line: await lineOfWork(work(theirs).id), picked: 1 }] },
      ],
    ] as const) {
      const before = await contentsOf(shop.database);
      const error = await as(owner, id, params, body).catch((thrown: unknown) => thrown);
      expect([id, error instanceof Refusal ? error.kind.status : error]).toEqual([
        id,
        expect.toBeOneOf([400, 404, 409]),
      ]);
      expect(await contentsOf(shop.database), id).toEqual(before);
    }
  });
});

async function lineOfWork(id: string): Promise<string> {
  const work = (await as(owner, "readFulfilment", { id })) as { lines: { id: string }[] };
  return present(work.lines[0], "a line of the work").id;
}
