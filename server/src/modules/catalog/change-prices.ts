import type { InputOf } from "../../kernel/endpoint.ts";
import { refuse } from "../../kernel/errors.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { requirePriceVersions, setPrices } from "../pricing/index.ts";
import type { AdminProductView, changePrices as contract } from "./admin-contract.ts";
import { getAdminProduct, readAdminProduct } from "./admin-product.ts";
import { unknownVariant } from "./errors.ts";
import { announce } from "./save-product.ts";
import { lockProduct } from "./store.ts";

/** Changes single prices of a product without touching the rest of it. */
export async function changePrices(
  ctx: Context,
  { params, body }: InputOf<typeof contract>,
): Promise<AdminProductView> {
  await lockProduct(ctx, params.id, null);
  const { variants } = await readAdminProduct(ctx, params.id);
  const known = new Set(variants.map(({ id }) => id));
  const stranger = body.prices.find(({ variantId }) => !known.has(variantId));
  if (stranger !== undefined) {
    refuse(unknownVariant, { variantId: typeId("variant", stranger.variantId) });
  }
  await requirePriceVersions(ctx, body.prices);
  await announce(ctx, params.id, await setPrices(ctx, body.prices));
  return getAdminProduct(ctx, params.id);
}
