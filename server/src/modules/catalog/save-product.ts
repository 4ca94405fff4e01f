import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { type ChangedPrice, setPrices } from "../pricing/index.ts";
import type { AdminProductView, ProductInput } from "./admin-contract.ts";
import { getAdminProduct } from "./admin-product.ts";
import { touchProducts } from "./content-tags.ts";
import { productChanged } from "./events.ts";
import { saveProductAttributes } from "./product-attributes.ts";
import { keepRevisions } from "./keep-revision.ts";
import { keepOldHandle } from "./old-addresses.ts";
import { freeName, handleFrom, requireConsistent } from "./product.ts";
import {
  dropVariants,
  lockProduct,
  replaceCategories,
  replaceOptions,
  replaceRelated,
  replaceTexts,
  saveProductRow,
  saveVariants,
} from "./store.ts";

/** Creates a product as a draft. */
export async function createProduct(ctx: Context, input: ProductInput): Promise<AdminProductView> {
  requireConsistent(input);
  const id = newId();
  const handle = input.handle ?? (await freeHandle(ctx, input.texts));
  await writeProduct(ctx, id, handle, input);
  return getAdminProduct(ctx, id);
}

/**
 * Replaces what can be edited of a product. Variants that are not named any more are deleted, or
 * switched off while an order, a cart or the stock speaks of them.
 */
export async function changeProduct(
  ctx: Context,
  id: Uuid,
  input: ProductInput & { readonly version: number },
): Promise<AdminProductView> {
  requireConsistent(input);
  const product = await lockProduct(ctx, id, input.version);
  await touchProducts(ctx, [id]);
  await keepOldHandle(ctx, product, input.handle ?? product.handle);
  const keep = input.variants.flatMap((variant) => variant.id ?? []);
  await dropVariants(ctx, id, keep);
  await writeProduct(ctx, id, input.handle ?? product.handle, input);
  return getAdminProduct(ctx, id);
}

async function writeProduct(
  ctx: Context,
  id: Uuid,
  handle: string,
  input: ProductInput,
): Promise<void> {
  const variants = input.variants.map((variant) => ({ ...variant, id: variant.id ?? newId() }));
  await saveProductRow(ctx, id, { ...input, handle });
  await replaceTexts(ctx, id, input.texts);
  await replaceOptions(ctx, id, input.options);
  await saveVariants(ctx, id, variants);
  await saveProductAttributes(ctx, { ...input, productId: id, variants, merge: false });
  await replaceCategories(ctx, id, input.categoryIds);
  await replaceRelated(ctx, id, input.relatedIds);
  const changed = await setPrices(
    ctx,
    variants.flatMap(({ id: variantId, prices }) =>
      prices.map((price) => ({ variantId, ...price })),
    ),
  );
  await announce(ctx, id, changed);
}

/** Keeps a revision; tells pages and followers of the change, and the audit trail of new prices. */
export async function announce(
  ctx: Context,
  id: Uuid,
  changed: readonly ChangedPrice[],
): Promise<void> {
  await keepRevisions(ctx, [id]);
  await touchProducts(ctx, [id]);
  publish(ctx, productChanged, { productId: id });
  if (changed.length === 0) return;
  await recordAudit(ctx, "prices.changed", `product:${id}`, {
    prices: changed.map(({ variantId, currency, before, amount }) => ({
      variantId,
      currency,
      before: before?.toString() ?? null,
      after: amount?.toString() ?? null,
    })),
  });
}

/** A handle made of the title, with a number when another product has it. */
async function freeHandle(ctx: Context, texts: ProductInput["texts"]): Promise<string> {
  const title = texts.en?.title ?? texts.de?.title ?? "";
  const wanted = handleFrom(title) || "product";
  const taken = await ctx.db.all<{ handle: string }>(sql`
    select handle from catalog.product where handle = ${wanted} or handle like ${`${wanted}-%`}`);
  return freeName(wanted, new Set(taken.map(({ handle }) => handle)));
}
