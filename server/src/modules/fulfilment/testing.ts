import { afterAll, expect } from "vitest";
import {
  spawnGateway,
  testApiKey,
  testWebhookSecret,
} from "../../../../tools/test-card-gateway/running-gateway.ts";
import { owner } from "../../../test/support/test-shop.ts";
import { connectProviders } from "../../app/providers.ts";
import { checks } from "../../app/rooms.ts";
import { present } from "../../kernel/assert.ts";
import type { CallInput } from "../../kernel/endpoint.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { runAudit } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";
import type { PlacedView } from "../checkout/contract.ts";
import {
  goods,
  place,
  readyCart,
  stockedShop,
  type StockedShop,
  wanted,
} from "../checkout/examples.ts";
import { createWarehouse, receiveStock } from "../inventory/index.ts";
import type { PaymentMethod } from "../settings/index.ts";
import { type FulfilmentView, shipParcel, type ShipmentView } from "./contract.ts";
import { worksForDesk } from "./queries.ts";

export interface Wish {
  readonly method?: PaymentMethod;
  /** Units of each line, a thing of its own each. */
  readonly quantities?: readonly number[];
  /** Token of a test card. */
  readonly token?: string;
  /** Things that exist already, instead of new ones. */
  readonly lines?: readonly { variantId: string; quantity: number }[];
}

export interface Ordered extends PlacedView {
  readonly orderId: Uuid;
}

/** A shop with two warehouses, a card gateway and staff. Cards are charged when a parcel leaves. */
export async function parcelShop() {
  const shop = await stockedShop({ poolSize: 15 });
  const gateway = await spawnGateway();
  afterAll(() => gateway.stop());
  connectProviders({
    production: false,
    publicUrl: "http://shop.test",
    testCard: { url: gateway.url, apiKey: testApiKey, webhookSecret: testWebhookSecret },
  });
  await shop.database.run(sql`
    update settings.setting set value = '{"enabled": true, "captureMoment": "at_shipping"}' where name = 'test-card'`);
  return {
    ...shop,
    drain: () => shop.drainJobs(),
    ordered: (wish: Wish = {}) => ordered(shop, wish),
    ...(await working(shop)),
    /** Every check of every room has nothing to say. */
    expectClean: async () => {
      const results = await runAudit(shop.database, checks);
      expect(results.filter((each) => each.offences.length > 0)).toEqual([]);
    },
  };
}

async function ordered(shop: StockedShop, wish: Wish): Promise<Ordered> {
  const { method = "cash-on-delivery", quantities = [2, 1], token = "tok_approved" } = wish;
  const lines = [...(wish.lines ?? [])];
  for (const quantity of wish.lines === undefined ? quantities : [])
    lines.push(wanted(await goods(shop, { price: 9_999, stock: 20 }), quantity));
  const paying = method === "test-card" ? { paymentToken: token } : {};
  const cart = await readyCart(shop, lines);
  const placed = await place(shop, cart, { paymentMethod: method, ...paying });
  await shop.drainJobs();
  return { ...placed, orderId: present(parseTypeId("order", placed.order.id), "an order") };
}

async function working(shop: StockedShop) {
  const edge = shop.edge();
  const second = await edge.transaction((ctx) =>
    createWarehouse(ctx, {
      code: "MUC",
      name: "München",
      address: null,
      countries: [],
      priority: -1,
      active: true,
    }),
  );
  const works = (orderId: Uuid) => worksForDesk(edge.reading(), orderId);
  return {
    works,
    onlyWork: async (orderId: Uuid): Promise<FulfilmentView> => {
      const [work, another] = await works(orderId);
      expect(another).toBeUndefined();
      return present(work, "work");
    },
    ship: (
      work: { readonly id: string },
      body: Partial<CallInput<typeof shipParcel>["body"]> = {},
      idempotencyKey: string = newId(),
    ): Promise<ShipmentView> =>
      shop.call(
        shipParcel,
        { params: { id: work.id }, body: { carrier: "dhl", ...body }, idempotencyKey },
        owner,
      ),
    /** Puts units on a shelf of the second warehouse. */
    stockSecond: (variantId: Uuid, quantity: number) =>
      edge.transaction((ctx) =>
        receiveStock(ctx, {
          locationId: second.id,
          note: "",
          lines: [{ variantId, lot: "", quantity, unitCost: money(1000n, "EUR") }],
        }),
      ),
  };
}
