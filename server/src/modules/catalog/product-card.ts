import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { type PictureJson, pictureJson, pictureViewOf } from "../media/index.ts";
import { availabilityOf, bestAvailability, type Supply } from "./availability.ts";
import { lowestPrice, priceViewOf } from "./price-view.ts";
import type { Shelf } from "./shelf.ts";
import type { ProductCardView } from "./store-contract.ts";

/** What `cardJson` gives. */
export interface CardJson {
  readonly id: Uuid;
  readonly handle: string;
  readonly taxCategory: string;
  readonly publishedAt: string;
  readonly title: string;
  readonly subtitle: string;
  readonly pictures: readonly PictureJson[];
  /** Active variants with a price in the market's currency. */
  readonly offers: readonly (Supply & {
    readonly amount: string;
    readonly compareAt: string | null;
  })[];
  readonly swatches: readonly { code: string; label: string; swatch: string | null }[];
}

/** JSON of everything a card shows of the row `p` of catalog.product; for one page of products. */
export function cardJson({ locale, market }: Pick<Shelf, "locale" | "market">): Sql {
  return sql`(
    select jsonb_build_object(
      'id', p.id, 'handle', p.handle, 'taxCategory', p.tax_category, 'publishedAt', p.published_at,
      'title', t.title, 'subtitle', t.subtitle,
      'pictures', coalesce((
        select jsonb_agg(${pictureJson()} order by pp.position)
        from (select picture_id, position from catalog.product_picture
              where product_id = p.id order by position limit 2) pp
        join media.picture m on m.id = pp.picture_id), '[]'),
      'offers', coalesce((
        select jsonb_agg(jsonb_build_object(
          'amount', pr.amount_minor::text, 'compareAt', pr.compare_at_minor::text,
          'available', a.available, 'room', a.backorder_room,
          'policy', v.stock_policy, 'days', v.backorder_days) order by v.position)
        from catalog.variant v
        join pricing.listed_price pr on pr.variant_id = v.id and pr.currency = ${market.currency}
        join inventory.availability a on a.variant_id = v.id
        where v.product_id = p.id and v.active), '[]'),
      'swatches', coalesce((
        select jsonb_agg(jsonb_build_object(
          'code', c.code, 'label', catalog.in_locale(c.labels, ${locale}), 'swatch', c.swatch)
          order by c.position)
        from catalog.option_value c
        where c.swatch is not null and c.option_id = (
          select o.id from catalog.option o
          where o.product_id = p.id
            and exists (select 1 from catalog.option_value s
                        where s.option_id = o.id and s.swatch is not null)
          order by o.position limit 1)), '[]'))
    from (select title, subtitle from catalog.product_text
          where product_id = p.id
          order by locale = ${locale} desc, locale = 'en' desc, locale
          limit 1) t)`;
}

/** The card as faces show it; null for a product that is offered at no price in this market. */
export function cardViewOf(card: CardJson, shelf: Shelf): ProductCardView | null {
  const prices = card.offers.map(({ amount, compareAt }) => ({
    amount: BigInt(amount),
    compareAt: compareAt === null ? null : BigInt(compareAt),
    taxCategory: card.taxCategory,
  }));
  const lowest = lowestPrice(prices);
  if (lowest === undefined) return null;
  const pictures = card.pictures.map((each) => pictureViewOf(each, shelf.locale, card.title));
  return {
    id: typeId("product", card.id),
    handle: card.handle,
    title: card.title,
    subtitle: card.subtitle,
    picture: pictures[0] ?? null,
    secondPicture: pictures[1] ?? null,
    price: priceViewOf(lowest, shelf),
    priceVaries: prices.some(({ amount }) => amount !== lowest.amount),
    availability: bestAvailability(card.offers.map((offer) => availabilityOf(offer, shelf))),
    swatches: [...card.swatches],
    variantCount: card.offers.length,
    publishedAt: new Date(card.publishedAt).toISOString(),
  };
}

export function cardViewsOf(cards: readonly CardJson[], shelf: Shelf): ProductCardView[] {
  return cards.map((each) => cardViewOf(each, shelf)).filter((each) => each !== null);
}
