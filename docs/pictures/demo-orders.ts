import { randomUUID } from "node:crypto";

type Answer = Record<string, never> & { readonly [name: string]: unknown };

/** A shop that answers over HTTP, as anybody or with a session's cookie. */
export interface RunningShop {
  readonly url: string;
  readonly cookie: string;
}

/** Calls an endpoint; throws with the answer when it refuses. */
export async function call<Reply = Answer>(
  { url, cookie }: RunningShop,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const answer = await fetch(url + path, {
    method,
    headers: { "content-type": "application/json", "idempotency-key": randomUUID(), cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
  return JSON.parse(said || "null") as Reply;
}

interface Cart {
  readonly id: string;
  readonly deliveryChoices: readonly { readonly id: string }[];
  readonly totals: { readonly total: unknown };
}

interface Wish {
  readonly name: string;
  readonly handles: readonly string[];
  readonly method: "test-card" | "cash-on-delivery" | "bank-transfer";
  readonly city: readonly [country: string, postcode: string, city: string, street: string];
}

const wishes: readonly Wish[] = [
  {
    name: "Mira Albrecht",
    handles: ["lind-chair", "sund-chair"],
    method: "test-card",
    city: ["DE", "28203", "Bremen", "Am Dobben 12"],
  },
  {
    name: "Jean Moreau",
    handles: ["dyne-sofa"],
    method: "bank-transfer",
    city: ["FR", "35000", "Rennes", "4 rue de Brest"],
  },
  {
    name: "Ada Lindqvist",
    handles: ["lind-chair"],
    method: "cash-on-delivery",
    city: ["SE", "211 20", "Malmö", "Storgatan 8"],
  },
  {
    name: "Tomás Silva",
    handles: ["odde-desk", "havre-armchair"],
    method: "test-card",
    city: ["PT", "1200-109", "Lisboa", "Rua da Rosa 31"],
  },
  {
    name: "Greta Haas",
    handles: ["holm-dining-table"],
    method: "bank-transfer",
    city: ["AT", "1070", "Wien", "Neubaugasse 5"],
  },
];

/** A few orders, so that a demo shop's screens have something to show; their ids. */
export async function placeOrders(shop: RunningShop): Promise<string[]> {
  const ids: string[] = [];
  for (const wish of wishes) {
    const cart = await fillCart(shop, wish);
    const placed = await call<{ order: { id: string } }>(
      { ...shop, cookie: "" },
      "POST",
      `/api/store/carts/${cart.id}/order`,
      {
        expectedTotal: cart.totals.total,
        ...(wish.method === "test-card" ? { paymentToken: "tok_approved" } : {}),
      },
    );
    ids.push(placed.order.id);
  }
  return ids;
}

/** A guest's cart of which everything is known; its id opens it in a browser. */
export async function cartToPay(shop: RunningShop): Promise<string> {
  const [wish] = wishes;
  return wish === undefined ? "" : (await fillCart(shop, wish)).id;
}

async function fillCart(shop: RunningShop, wish: Wish): Promise<Cart> {
  const [country, postcode, city, line1] = wish.city;
  const anyone = { ...shop, cookie: "" };
  const lines = await Promise.all(
    wish.handles.map(async (handle) => {
      const path = `/api/store/products/${handle}`;
      const { variants } = await call<{ variants: { id: string }[] }>(anyone, "GET", path);
      return { variantId: variants[0]?.id, quantity: 1 };
    }),
  );
  const { id } = await call<Cart>(anyone, "POST", "/api/store/carts", { market: "eu", lines });
  const at = `/api/store/carts/${id}`;
  const name = wish.name
    .split(" ")[0]
    ?.normalize("NFD")
    .replace(/\P{ASCII}/gu, "");
  const known = await call<Cart>(anyone, "PUT", `${at}/details`, {
    email: `${name}@example.com`,
    shippingAddress: { name: wish.name, line1, postcode, city, country },
  });
  const deliveryOptionId = known.deliveryChoices[0]?.id;
  await call(anyone, "PUT", `${at}/delivery`, { deliveryOptionId });
  return call<Cart>(anyone, "PUT", `${at}/payment-method`, { method: wish.method });
}

interface Work {
  readonly id: string;
  readonly order: { readonly id: string };
}

/** Sends what the warehouses have to do for an order, so that it has parcels, an invoice and entries in the books. */
export async function shipOrder(shop: RunningShop, orderId: string): Promise<void> {
  const path = "/api/admin/fulfilments";
  const mine = (each: Work): boolean => each.order.id === orderId;
  let works: Work[] = [];
  // Work is written by a job that follows the order.
  for (let attempt = 0; attempt < 40 && works.length === 0; attempt += 1) {
    await new Promise((done) => setTimeout(done, 250));
    works = (await call<{ items: Work[] }>(shop, "GET", path)).items.filter(mine);
  }
  if (works.length === 0) throw new Error("No work came for the order; does a worker run?");
  for (const { id } of works) {
    await call(shop, "POST", `${path}/${id}/shipments`, {
      carrier: "dhl",
      trackingNumber: "00340434161094042557",
    });
  }
}
