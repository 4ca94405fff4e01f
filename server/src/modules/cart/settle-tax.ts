import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { external } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { getSettings } from "../settings/index.ts";
import { checkVatId, fingerprintOf, type KeptTax, taxProviderOf } from "../tax/index.ts";
import { type Appraisal, appraiseCart } from "./appraise-cart.ts";
import { viewOfAppraisal } from "./cart-view.ts";
import type { CartView } from "./contract.ts";
import { mayUse, readCart } from "./read-cart.ts";
import { isTaxDue } from "./tax-facts.ts";

/**
 * Asks outside what a cart's tax still depends on, outside any transaction, and keeps the answers: whether
 * its VAT id is valid, and in markets with a tax service, the tax. Asks nobody when nothing is open.
 */
export async function settleTax(edge: Edge, cartId: Uuid): Promise<CartView> {
  const before = await appraised(edge.reading(), cartId);
  if (before.cart.orderId !== null) return viewOfAppraisal(edge.reading(), before);
  if (before.tax.vatIdDue) await checkVatId(edge, before.cart.vatId ?? "");
  const checked = before.tax.vatIdDue ? await appraised(edge.reading(), cartId) : before;
  const asked = await askService(edge, checked);
  const after = asked ? await appraised(edge.reading(), cartId) : checked;
  return viewOfAppraisal(edge.reading(), after);
}

async function appraised(ctx: Context, cartId: Uuid): Promise<Appraisal> {
  return appraiseCart(ctx, (await readCart(ctx, cartId)) ?? refuse(notFound));
}

async function askService(edge: Edge, appraisal: Appraisal): Promise<boolean> {
  const { cart, pricing } = appraisal;
  const { serviceMarkets } = await getSettings(edge.reading(), "tax");
  const provider = taxProviderOf(cart.market, serviceMarkets);
  if (provider.kind === "pure" || !isTaxDue(appraisal)) return false;
  const answer = await external(() => provider.calculate(pricing.taxRequest));
  await edge.transaction(async (ctx) => {
    const fingerprint = fingerprintOf(pricing.taxRequest);
    const kept: KeptTax = { fingerprint, at: ctx.now.toISOString(), answer };
    await ctx.db.run(sql`
      update cart.cart c set kept_tax = ${JSON.stringify(kept)}::jsonb
      where c.id = ${cart.id} and c.order_id is null and ${mayUse(ctx)}`);
  });
  return true;
}
