import { asCurrency } from "../../kernel/currency.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { type PictureJson, pictureJson, pictureViewOf } from "../media/index.ts";
import type { AdminProductView, ProductInput } from "./admin-contract.ts";
import type { AttributeValues } from "./attribute.ts";
import { valuesViewOf } from "./attribute-values.ts";
import { caughtUp, changesSince, type KeptChange } from "./follow-type.ts";

interface PriceJson {
  readonly currency: string;
  readonly amount: string;
  readonly compareAt: string | null;
  readonly version: number;
}

type VariantJson = Omit<AdminProductView["variants"][number], "id" | "prices" | "attributes"> & {
  readonly id: Uuid;
  readonly attributes: AttributeValues;
  readonly prices: readonly PriceJson[];
};

/** A product as staff edit it, with the ids of this program. */
export interface AdminProduct {
  readonly id: Uuid;
  readonly version: number;
  readonly handle: string;
  readonly status: AdminProductView["status"];
  readonly kind: ProductInput["kind"];
  readonly taxCategory: ProductInput["taxCategory"];
  readonly featured: boolean;
  readonly typeId: Uuid | null;
  readonly attributes: AttributeValues;
  readonly texts: AdminProductView["texts"];
  readonly options: AdminProductView["options"];
  readonly variants: readonly VariantJson[];
  readonly categoryIds: readonly Uuid[];
  readonly related: readonly { id: Uuid; title: string; picture: PictureJson | null }[];
  readonly pictures: readonly (PictureJson & {
    readonly optionCode: string | null;
    readonly valueCode: string | null;
  })[];
  readonly publishedAt: Date | null;
  readonly publishAt: Date | null;
  readonly unpublishAt: Date | null;
  readonly scheduleProblem: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** Reads a product of whatever status whole, in one round trip. Refuses `not_found`. */
export async function readAdminProduct(ctx: Context, id: Uuid): Promise<AdminProduct> {
  const [product] = await readAdminProducts(ctx, [id]);
  return product ?? refuse(notFound);
}

/** As `readAdminProduct`, for many, in order of id; still one round trip. */
export async function readAdminProducts(
  ctx: Context,
  ids: readonly Uuid[],
): Promise<AdminProduct[]> {
  const products = await ctx.db.all<AdminProduct & { behind: readonly KeptChange[] }>(sql`
    select p.id, p.version, p.handle, p.status, p.kind, p.tax_category as "taxCategory", p.featured,
           p.type_id as "typeId", p.attributes, ${changesSince()} as behind,
           p.published_at as "publishedAt", p.publish_at as "publishAt",
           p.unpublish_at as "unpublishAt", p.schedule_problem as "scheduleProblem", p.created_at as "createdAt", p.changed_at as "changedAt",
           (select coalesce(jsonb_object_agg(t.locale, jsonb_build_object(
              'title', t.title, 'subtitle', t.subtitle, 'description', t.description, 'care', t.care,
              'seoTitle', t.seo_title, 'seoDescription', t.seo_description)), '{}')
            from catalog.product_text t where t.product_id = p.id) as texts,
           (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'names', o.names, 'values',
              (select coalesce(jsonb_agg(jsonb_build_object(
                 'code', c.code, 'labels', c.labels, 'swatch', c.swatch) order by c.position), '[]')
               from catalog.option_value c where c.option_id = o.id)) order by o.position), '[]')
            from catalog.option o where o.product_id = p.id) as options,
           (select coalesce(jsonb_agg(jsonb_build_object(
              'id', v.id, 'sku', v.sku, 'barcode', v.barcode, 'options', v.options,
              'weightGrams', v.weight_grams, 'widthMm', v.width_mm, 'depthMm', v.depth_mm,
              'heightMm', v.height_mm, 'stockPolicy', v.stock_policy, 'backorderCap', v.backorder_cap,
              'backorderDays', v.backorder_days, 'active', v.active, 'available', a.available,
              'attributes', v.attributes,
              'prices', (select coalesce(jsonb_agg(jsonb_build_object(
                           'currency', pr.currency, 'amount', pr.amount_minor::text,
                           'compareAt', pr.compare_at_minor::text, 'version', pr.version)
                           order by pr.currency), '[]')
                         from pricing.listed_price pr where pr.variant_id = v.id))
              order by v.position, v.id), '[]')
            from catalog.variant v
            join inventory.availability a on a.variant_id = v.id
            where v.product_id = p.id) as variants,
           array(select pc.category_id from catalog.product_category pc
                 where pc.product_id = p.id order by pc.main desc, pc.category_id) as "categoryIds",
           (select coalesce(jsonb_agg(jsonb_build_object(
              'id', r.related_id,
              'title', (select catalog.in_locale(jsonb_object_agg(t.locale, t.title), ${ctx.locale})
                        from catalog.product_text t where t.product_id = r.related_id),
              'picture', (select ${pictureJson()} from catalog.product_picture pp
                          join media.picture m on m.id = pp.picture_id
                          where pp.product_id = r.related_id order by pp.position limit 1))
              order by r.position), '[]')
            from catalog.related_product r where r.product_id = p.id) as related,
           (select coalesce(jsonb_agg(${pictureJson()} || jsonb_build_object(
              'optionCode', pp.option_code, 'valueCode', pp.value_code) order by pp.position), '[]')
            from catalog.product_picture pp
            join media.picture m on m.id = pp.picture_id
            where pp.product_id = p.id) as pictures
    from catalog.product p
    where p.id = any(${ids}::uuid[])
    order by p.id`);
  return products.map(underItsType);
}

/** A product that has not followed its type's last changes yet is shown as if it had. */
function underItsType({
  behind,
  ...product
}: AdminProduct & { behind: readonly KeptChange[] }): AdminProduct {
  if (behind.length === 0) return product;
  const held = product.variants.map(({ id, attributes }) => [id, attributes] as const);
  const next = caughtUp(
    { product: product.attributes, variants: Object.fromEntries(held) },
    behind,
  );
  return {
    ...product,
    attributes: next.product,
    variants: product.variants.map((each) => ({
      ...each,
      attributes: next.variants[each.id] ?? {},
    })),
  };
}

export async function getAdminProduct(ctx: Context, id: Uuid): Promise<AdminProductView> {
  return adminViewOf(await readAdminProduct(ctx, id), ctx.locale);
}

function adminViewOf(product: AdminProduct, locale: string): AdminProductView {
  const { publishedAt, publishAt, unpublishAt, createdAt, changedAt, ...rest } = product;
  return {
    ...rest,
    id: typeId("product", product.id),
    typeId: product.typeId === null ? null : typeId("product_type", product.typeId),
    attributes: valuesViewOf(product.attributes),
    variants: product.variants.map(variantViewOf),
    categoryIds: product.categoryIds.map((each) => typeId("category", each)),
    related: product.related.map(({ id, title, picture }) => ({
      id: typeId("product", id),
      title,
      picture: picture === null ? null : pictureViewOf(picture, locale, title),
    })),
    pictures: product.pictures.map((each) => ({ ...each, id: typeId("picture", each.id) })),
    publishedAt: publishedAt?.toISOString() ?? null,
    publishAt: publishAt?.toISOString() ?? null,
    unpublishAt: unpublishAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

function variantViewOf(variant: VariantJson): AdminProductView["variants"][number] {
  return {
    ...variant,
    id: typeId("variant", variant.id),
    attributes: valuesViewOf(variant.attributes),
    prices: variant.prices.map(({ currency: code, amount, compareAt, version }) => {
      const currency = asCurrency(code);
      return {
        amount: { minor: amount, currency },
        compareAt: compareAt === null ? null : { minor: compareAt, currency },
        version,
      };
    }),
  };
}
