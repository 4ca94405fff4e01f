import { asCurrency } from "../../kernel/currency.ts";
import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { findMarket, inLocale } from "../settings/index.ts";
import { codeKey } from "./code-key.ts";
import type { simulatePromotions as endpoint } from "./contract.ts";
import type { Basket, EnteredCode, Evaluation, GiftGoods } from "./engine/basket.ts";
import { evaluatePromotions } from "./engine/evaluate.ts";
import { momentOf } from "./moment.ts";
import { type PromotionsSnapshot, promotionsSnapshot } from "./snapshot.ts";

type Wish = InputOf<typeof endpoint>["body"];
type Answer = ReplyOf<typeof endpoint>;

/** Evaluates a made-up basket with the same function as real ones, and says why the rest does nothing. */
export async function simulatePromotions(ctx: Context, wish: Wish): Promise<Answer> {
  const market = await findMarket(ctx, wish.market);
  if (market === null || market === undefined) return refuse(notFound);
  const snapshot = await promotionsSnapshot(ctx);
  const goods = await readGoods(ctx, wish, market.currency);
  const known = await readCodes(ctx, wish);
  const lines = goods.lines.filter((each) => each.unitPriceMinor !== null);
  const basket: Basket = {
    currency: market.currency,
    market: market.code,
    country: wish.country,
    lines: lines.map((each) => ({
      ...each,
      ref: each.variantId,
      facts: {},
      unitPriceMinor: BigInt(each.unitPriceMinor ?? 0),
    })),
    deliveryMinor: wish.delivery === null ? null : BigInt(wish.delivery.minor),
    shopper: {
      customerId: wish.customerId,
      signedIn: wish.signedIn || wish.customerId !== null,
      firstOrder: wish.firstOrder,
      groups: wish.groups,
      used: new Map(),
    },
    codes: known.filter(({ promotionId }) => snapshot.byId.has(promotionId)),
    gifts: goods.gifts.map((each) => ({ ...each, unitPriceMinor: BigInt(each.unitPriceMinor) })),
    moment: await momentOf(ctx, wish.at === null ? ctx.now : new Date(wish.at)),
  };
  const unknownCodes = wish.codes.filter(
    (code) => !known.some((each) => codeKey(each.code) === codeKey(code)),
  );
  const evaluation = evaluatePromotions(snapshot.set, basket);
  return { ...answerOf(ctx, { snapshot, goods, basket, evaluation }), unknownCodes };
}

interface GoodsRow {
  variantId: Uuid;
  productId: Uuid;
  sku: string;
  title: string;
  optionText: string;
  options: Record<string, string>;
  categories: Uuid[];
  weightGrams: number;
  quantity: number;
  unitPriceMinor: string | null;
}
type GiftRow = Omit<GiftGoods, "unitPriceMinor"> & { title: string; unitPriceMinor: string };
interface Goods {
  lines: GoodsRow[];
  gifts: GiftRow[];
}

async function readGoods(ctx: Context, { lines }: Wish, currency: string): Promise<Goods> {
  return ctx.db.one<Goods>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object(
          'variantId', v.variant_id, 'productId', v.product_id, 'sku', v.sku,
          'title', catalog.in_locale(v.titles, ${ctx.locale}),
          'optionText', (select coalesce(string_agg(catalog.in_locale(label, ${ctx.locale}), ' · ' order by place), '')
                         from jsonb_array_elements(v.option_labels) with ordinality as o (label, place)),
          'options', f.options, 'categories', f.categories, 'weightGrams', v.weight_grams, 'quantity', w.quantity,
          'unitPriceMinor', case when v.on_sale then p.amount_minor::text end) order by w.place), '[]')
       from (select variant_id, sum(quantity)::integer as quantity, min(place) as place
             from unnest(${lines.map(({ variantId }) => variantId)}::uuid[],
                         ${lines.map(({ quantity }) => quantity)}::integer[]) with ordinality
               as w (variant_id, quantity, place) group by variant_id) w
       join catalog.shelf_variant v on v.variant_id = w.variant_id
       join catalog.variant_fact f on f.variant_id = w.variant_id
       left join pricing.listed_price p on p.variant_id = w.variant_id and p.currency = ${currency}) as lines,
      (select coalesce(jsonb_agg(jsonb_build_object('variantId', v.variant_id,
          'title', catalog.in_locale(v.titles, ${ctx.locale}), 'unitPriceMinor', p.amount_minor::text,
          'available', a.available)), '[]')
       from catalog.shelf_variant v
       join inventory.availability a on a.variant_id = v.variant_id
       join pricing.listed_price p on p.variant_id = v.variant_id and p.currency = ${currency}
       where v.on_sale and v.variant_id = any(array(select g.variant_id from promotions.gift_on_offer g limit 50))) as gifts`);
}

async function readCodes(ctx: Context, { codes }: Wish): Promise<EnteredCode[]> {
  if (codes.length === 0) return [];
  return ctx.db.all<EnteredCode>(sql`
    select coupon_id as "couponId", promotion_id as "promotionId", code,
           case when blocked then 'blocked' when used_up then 'used_up' end as problem
    from promotions.known_code where code_key = any(${codes.map(codeKey)}::text[])`);
}

interface Simulated {
  readonly snapshot: PromotionsSnapshot;
  readonly goods: Goods;
  readonly basket: Basket;
  readonly evaluation: Evaluation;
}

function answerOf(
  ctx: Context,
  { snapshot, goods, basket, evaluation }: Simulated,
): Omit<Answer, "unknownCodes"> {
  const currency = asCurrency(basket.currency);
  const wire = (minor: bigint) => toWire({ minor, currency });
  const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((all, each) => all + each, 0n);
  const nameOf = (id: Uuid) => inLocale(snapshot.byId.get(id)?.names ?? { en: "" }, ctx.locale);
  const priceOf = (line: GoodsRow) =>
    line.unitPriceMinor === null ? null : BigInt(line.unitPriceMinor) * BigInt(line.quantity);
  return {
    currency,
    lines: goods.lines.map((line) => {
      const price = priceOf(line);
      return {
        variantId: typeId("variant", line.variantId),
        title: line.title,
        options: line.optionText,
        sku: line.sku,
        quantity: line.quantity,
        total: price === null ? null : wire(price),
        discount: wire(evaluation.lineDiscounts.get(line.variantId) ?? 0n),
      };
    }),
    goods: wire(sum(goods.lines.map((line) => priceOf(line) ?? 0n))),
    discount: wire(sum(evaluation.lineDiscounts.values())),
    deliveryDiscount: wire(evaluation.deliveryDiscount),
    applied: evaluation.applied.map((each) => ({
      promotionId: typeId("promotion", each.promotionId),
      name: nameOf(each.promotionId),
      code: each.coupon?.code ?? null,
      amount: wire(each.amountMinor),
      lines: [...each.lines].map(([variantId, minor]) => ({
        variantId: typeId("variant", variantId),
        amount: wire(minor),
      })),
      gift: giftOf(each.gift, goods),
    })),
    notApplied: evaluation.notApplied.map(({ promotionId, reason, unmet }) => ({
      promotionId: typeId("promotion", promotionId),
      name: nameOf(promotionId),
      reason,
      unmet: [...unmet],
    })),
  };
}

function giftOf(gift: Evaluation["applied"][number]["gift"], { gifts }: Goods) {
  if (gift === null) return null;
  const { title = "" } = gifts.find(({ variantId }) => variantId === gift.variantId) ?? {};
  return { title, quantity: gift.quantity };
}
