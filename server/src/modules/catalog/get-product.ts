import type { InputOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { type PictureJson, pictureJson, pictureViewOf } from "../media/index.ts";
import type { Attribute, AttributeValues } from "./attribute.ts";
import { attributeFactsOf, pointedTo, type PointedTo } from "./attribute-facts.ts";
import { availabilityOf, type Supply } from "./availability.ts";
import { priceViewOf } from "./price-view.ts";
import { attributesJson } from "./product-type.ts";
import { cardJson, type CardJson, cardViewsOf } from "./product-card.ts";
import { type Shelf, shelfOf } from "./shelf.ts";
import type {
  getProduct as contract,
  OptionValueView,
  ProductView,
  VariantView,
} from "./store-contract.ts";

interface PlacedPicture extends PictureJson {
  readonly optionCode: string | null;
  readonly valueCode: string | null;
}

interface OptionJson {
  readonly code: string;
  readonly name: string;
  readonly values: OptionValueView[];
}

interface VariantJson extends Supply {
  readonly id: Uuid;
  readonly sku: string;
  readonly barcode: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly weightGrams: number;
  readonly width: number | null;
  readonly depth: number | null;
  readonly height: number | null;
  readonly amount: string;
  readonly compareAt: string | null;
  readonly attributes: AttributeValues;
}

interface ProductRow {
  readonly id: Uuid;
  readonly handle: string;
  readonly tax_category: string;
  readonly published_at: Date;
  readonly changed_at: Date;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly care: string;
  readonly seo_title: string;
  readonly seo_description: string;
  readonly breadcrumb: readonly { id: Uuid; code: string; name: string; slug: string }[];
  readonly pictures: readonly PlacedPicture[];
  readonly options: OptionJson[];
  readonly variants: readonly VariantJson[];
  readonly related: readonly CardJson[];
  readonly schema: readonly Attribute[];
  readonly attributes: AttributeValues;
  readonly pointed: PointedTo;
}

/** Everything a product page shows, in one round trip; also by a handle that it had before. */
export async function getProduct(
  ctx: Context,
  { params }: Pick<InputOf<typeof contract>, "params">,
): Promise<ProductView> {
  const shelf = await shelfOf(ctx);
  const row = await ctx.db.maybe<ProductRow>(productStatement(params.handle, shelf));
  if (row === null) refuse(notFound);
  return {
    id: typeId("product", row.id),
    handle: row.handle,
    title: row.title,
    subtitle: row.subtitle,
    description: row.description,
    care: row.care,
    seoTitle: row.seo_title || row.title,
    seoDescription: row.seo_description || row.subtitle,
    breadcrumb: row.breadcrumb.map((each) => ({ ...each, id: typeId("category", each.id) })),
    pictures: row.pictures.map((each) => ({
      ...pictureViewOf(each, shelf.locale, row.title),
      optionCode: each.optionCode,
      valueCode: each.valueCode,
    })),
    options: row.options,
    attributes: attributeFactsOf(row, row.attributes, "product", shelf.locale),
    variants: row.variants.map((each) => variantViewOf(each, row, shelf)),
    related: cardViewsOf(row.related, shelf),
    publishedAt: row.published_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  };
}

function variantViewOf(variant: VariantJson, product: ProductRow, shelf: Shelf): VariantView {
  const { id, sku, barcode, options, weightGrams, width, depth, height } = variant;
  const picture = pictureOf(options, product.pictures);
  return {
    id: typeId("variant", id),
    sku,
    barcode,
    options: { ...options },
    optionText: optionTextOf(options, product.options),
    price: priceViewOf(
      {
        amount: BigInt(variant.amount),
        compareAt: variant.compareAt === null ? null : BigInt(variant.compareAt),
        taxCategory: product.tax_category,
      },
      shelf,
    ),
    weightGrams,
    dimensions:
      width === null || depth === null || height === null ? null : { width, depth, height },
    availability: availabilityOf(variant, shelf),
    pictureId: picture === undefined ? null : typeId("picture", picture.id),
    attributes: attributeFactsOf(product, variant.attributes, "variant", shelf.locale),
  };
}

function optionTextOf(
  chosen: Readonly<Record<string, string>>,
  options: readonly OptionJson[],
): string {
  return options
    .flatMap(({ code, values }) => values.find((value) => value.code === chosen[code])?.label ?? [])
    .join(" · ");
}

/** The first picture of one of the chosen values, else the first that shows no certain value. */
function pictureOf(
  chosen: Readonly<Record<string, string>>,
  pictures: readonly PlacedPicture[],
): PlacedPicture | undefined {
  return (
    pictures.find(
      (each) => each.optionCode !== null && chosen[each.optionCode] === each.valueCode,
    ) ??
    pictures.find((each) => each.optionCode === null) ??
    pictures[0]
  );
}

function productStatement(handle: string, shelf: Shelf): Sql<ProductRow> {
  const { locale, market } = shelf;
  return sql<ProductRow>`
    select p.id, p.handle, p.tax_category, p.published_at, p.changed_at,
           t.title, t.subtitle, t.description, t.care, t.seo_title, t.seo_description,
           ${breadcrumb(locale)} as breadcrumb,
           (select coalesce(jsonb_agg(${pictureJson()} || jsonb_build_object(
                     'optionCode', pp.option_code, 'valueCode', pp.value_code) order by pp.position), '[]')
            from catalog.product_picture pp
            join media.picture m on m.id = pp.picture_id
            where pp.product_id = p.id) as pictures,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'code', o.code, 'name', catalog.in_locale(o.names, ${locale}),
                     'values', (select jsonb_agg(jsonb_build_object(
                                  'code', c.code, 'label', catalog.in_locale(c.labels, ${locale}),
                                  'swatch', c.swatch) order by c.position)
                                from catalog.option_value c where c.option_id = o.id)) order by o.position), '[]')
            from catalog.option o where o.product_id = p.id) as options,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'id', v.id, 'sku', v.sku, 'barcode', v.barcode, 'options', v.options,
                     'weightGrams', v.weight_grams, 'width', v.width_mm, 'depth', v.depth_mm, 'height', v.height_mm,
                     'amount', pr.amount_minor::text, 'compareAt', pr.compare_at_minor::text,
                     'available', a.available, 'room', a.backorder_room,
                     'policy', v.stock_policy, 'days', v.backorder_days, 'attributes', v.attributes)
                     order by v.position, v.id), '[]')
            from catalog.variant v
            join pricing.listed_price pr on pr.variant_id = v.id and pr.currency = ${market.currency}
            join inventory.availability a on a.variant_id = v.id
            where v.product_id = p.id and v.active) as variants,
           ${relatedCards(shelf)} as related, p.attributes, ${pointedTo(locale)} as pointed,
           (select ${attributesJson()} from catalog.product_type t where t.id = p.type_id) as schema
    from catalog.product p
    cross join lateral (
      select * from catalog.product_text x
      where x.product_id = p.id
      order by x.locale = ${locale} desc, x.locale = 'en' desc, x.locale
      limit 1) t
    where p.id = coalesce(
        (select o.id from catalog.product o where o.handle = ${handle}),
        (select o.product_id from catalog.old_handle o where o.handle = ${handle}))
      and p.status = 'published'`;
}

/** From the root to the category in which the product stands first. */
function breadcrumb(locale: string): Sql {
  return sql`(
    with recursive up as (
      select c.id, c.code, c.parent_id, 0 as step
      from catalog.category c
      where c.id = (select pc.category_id from catalog.product_category pc
                    where pc.product_id = p.id order by pc.main desc, pc.category_id limit 1)
      union all
      select c.id, c.code, c.parent_id, up.step + 1
      from catalog.category c join up on c.id = up.parent_id
    )
    select coalesce(jsonb_agg(jsonb_build_object(
             'id', up.id, 'code', up.code, 'name', x.name, 'slug', x.slug) order by up.step desc), '[]')
    from up
    cross join lateral (
      select y.name, y.slug from catalog.category_text y
      where y.category_id = up.id
      order by y.locale = ${locale} desc, y.locale = 'en' desc, y.locale
      limit 1) x)`;
}

function relatedCards(shelf: Shelf): Sql {
  return sql`(
    select coalesce(jsonb_agg(r.card order by r.position), '[]')
    from (
      select rp.position, (select ${cardJson(shelf)} from catalog.product p
                           where p.id = rp.related_id) as card
      from catalog.related_product rp
      join catalog.product other on other.id = rp.related_id and other.status = 'published'
      where rp.product_id = p.id
    ) r)`;
}
