import type { BusinessDate } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { getSettings } from "../settings/index.ts";
import {
  isInForce,
  isServiceDue,
  keptTaxOf,
  parseVatId,
  type TaxEvidence,
  taxProviderOf,
  taxRules,
  vatIdStanding,
  type VatIdState,
} from "../tax/index.ts";
import type { Appraisal } from "./appraise-cart.ts";
import type { Cart } from "./cart.ts";
import type { PriceRequest } from "./price-cart.ts";

/** What the tax of a cart depends on besides its lines and address, and what is kept of it with an order. */
export interface CartTax {
  readonly pricing: Required<Pick<PriceRequest, "taxRules" | "buyer" | "taxBy">>;
  readonly vatIdState: VatIdState;
  /** Should the register of VAT ids be asked? */
  readonly vatIdDue: boolean;
  readonly now: Date;
}

/** From settings in memory and what was read with the cart: no round trip. */
export async function taxFacts(ctx: Context, cart: Cart, today: BusinessDate): Promise<CartTax> {
  const { vatIdDays, serviceMarkets } = await getSettings(ctx, "tax");
  const text = cart.vatId ?? "";
  const standing =
    text === ""
      ? { state: "unchecked" as const, due: false }
      : vatIdStanding(text, cart.vatIdKnown, { now: ctx.now, days: vatIdDays });
  const provider = taxProviderOf(cart.market, serviceMarkets);
  const certificates = cart.certificates.filter((each) => isInForce(each, today));
  return {
    pricing: {
      taxRules: await taxRules(ctx),
      buyer: {
        vatIdOf: standing.state === "valid" ? (parseVatId(text)?.state ?? null) : null,
        exemptIn: certificates.flatMap(({ places }) => places),
      },
      taxBy: (request) =>
        provider.kind === "pure" ? provider.calculate(request) : keptTaxOf(request, cart.keptTax),
    },
    vatIdState: standing.state,
    vatIdDue: standing.due,
    now: ctx.now,
  };
}

/** Is there somebody outside to be asked, and is it time to? */
export function isTaxUnsettled(appraisal: Appraisal): boolean {
  return appraisal.cart.orderId === null && (appraisal.tax.vatIdDue || isTaxDue(appraisal));
}

export function isTaxDue({ cart, pricing, tax }: Appraisal): boolean {
  return cart.lines.length > 0 && isServiceDue(pricing.tax, cart.keptTax, tax.now);
}

/** What an order keeps of why it was taxed as it was; null when neither VAT id nor certificate played a part. */
export function taxEvidenceOf({ cart, pricing, tax, today }: Appraisal): TaxEvidence | null {
  const parsed = parseVatId(cart.vatId ?? "");
  const known = cart.vatIdKnown?.vatId === parsed?.vatId ? cart.vatIdKnown : null;
  const vatId = parsed && {
    vatId: parsed.vatId,
    state: tax.vatIdState,
    name: known?.name ?? "",
    consultationNumber: known?.consultationNumber ?? null,
    checkedAt: known?.checkedAt ?? null,
  };
  const freed = (pricing.tax.state === "ok" ? pricing.tax.taxLines : []).find(
    ({ reason }) => reason === "exempt",
  );
  const certificate = cart.certificates.find(
    (each) => isInForce(each, today) && freed && each.places.includes(freed.jurisdiction),
  );
  if (vatId === null && certificate === undefined) return null;
  const { number, expiresOn } = certificate ?? {};
  return { vatId, certificate: number && expiresOn ? { number, expiresOn } : null };
}
