import type { Uuid } from "../../kernel/ids.ts";
import { present } from "../../kernel/assert.ts";
import { parseTypeId, typeId } from "../../kernel/type-id.ts";
import {
  createCoupon,
  createPromotion,
  type NewPromotion,
} from "../../modules/promotions/index.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

const candleHolder = "CAN-FLIS-OAK";

/** Gives the demo shop three promotions and a code. A shop that has promotions is left alone. */
export async function seedPromotions(ctx: Context): Promise<void> {
  const { begun } = await ctx.db.one<{ begun: boolean }>(sql`
    select exists (select from promotions.promotion) as begun`);
  if (begun) return;
  const goods = await idsOf(ctx);
  await createPromotion(ctx, {
    ...usual,
    ...tableware(goods.category("tableware")),
    paused: false,
  });
  await createPromotion(ctx, { ...usual, ...lamps(goods.category("lighting")), paused: false });
  await createPromotion(ctx, { ...usual, ...gift(goods.candleHolder), paused: false });
  const { id } = await createPromotion(ctx, { ...usual, ...welcome, paused: false });
  await createCoupon(ctx, present(parseTypeId("promotion", id), "its id"), {
    code: "WELCOME10",
    maxUses: null,
  });
}

const everything = { only: [], not: [] };
const inCategory = (id: string) => ({ only: [{ by: "category" as const, ids: [id] }], not: [] });
const amounts = (eur: string, usd: string) => [
  { minor: eur, currency: "EUR" as const },
  { minor: usd, currency: "USD" as const },
];

const usual: Omit<NewPromotion, "names" | "rule"> = {
  lane: 1,
  priority: 0,
  combinable: true,
  markets: [],
  startsAt: null,
  endsAt: null,
  weekdays: [],
  fromMinute: null,
  toMinute: null,
  maxUses: null,
  maxPerPerson: null,
  budgets: [],
};

type Part = Pick<NewPromotion, "names" | "rule"> & Partial<NewPromotion>;

const tableware = (category: string): Part => ({
  names: {
    en: "Set the table: the fourth piece is free",
    de: "Gedeckter Tisch: das vierte Stück gratis",
  },
  rule: {
    condition: { kind: "all", of: [] },
    action: {
      kind: "buy_get",
      buy: inCategory(category),
      buyQuantity: 3,
      get: inCategory(category),
      getQuantity: 1,
      percent: "100",
      repeat: null,
    },
  },
});

const lamps = (category: string): Part => ({
  names: { en: "Weekday light: 10 % off lamps", de: "Licht unter der Woche: 10 % auf Lampen" },
  rule: {
    condition: {
      kind: "all",
      of: [{ kind: "total", of: everything, atLeast: amounts("10000", "10000") }],
    },
    action: { kind: "percent_off", on: inCategory(category), percent: "10" },
  },
  weekdays: [1, 2, 3, 4, 5],
});

const gift = (variantId: string): Part => ({
  names: { en: "A candle holder from us", de: "Ein Kerzenhalter von uns" },
  rule: {
    condition: {
      kind: "all",
      of: [{ kind: "total", of: everything, atLeast: amounts("75000", "75000") }],
    },
    action: { kind: "gift", variantId, quantity: 1 },
  },
});

const welcome: Part = {
  names: { en: "Welcome: 10 % off", de: "Willkommen: 10 % Rabatt" },
  rule: {
    condition: { kind: "all", of: [{ kind: "coupon" }, { kind: "first_order" }] },
    action: { kind: "percent_off", on: everything, percent: "10" },
  },
  lane: 2,
  maxPerPerson: 1,
};

/** Ids of the goods that the demo's promotions are about, as rules name them. */
async function idsOf(ctx: Context) {
  const categories = await ctx.db.all<{ id: Uuid; code: string }>(sql`
    select id, code from catalog.category`);
  const { variant_id } = await ctx.db.one<{ variant_id: Uuid }>(sql`
    select variant_id from catalog.shelf_variant where sku = ${candleHolder}`);
  const byCode = new Map(categories.map(({ id, code }) => [code, typeId("category", id)]));
  return {
    category: (code: string) => present(byCode.get(code), `the category ${code}`),
    candleHolder: typeId("variant", variant_id),
  };
}
