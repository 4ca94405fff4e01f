import type { Locale } from "../../kernel/locale.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { getMarket, getSettings, type Market, shopToday } from "../settings/index.ts";
import { type TaxRules, taxRules } from "../tax/index.ts";

/** How goods are shown to one shopper: in which market and language, on which day. */
export interface Shelf {
  readonly market: Market;
  readonly locale: Locale;
  readonly today: BusinessDate;
  /** At this many units or fewer a variant counts as nearly gone. */
  readonly lowStockAt: number;
  /** Country the goods leave from. */
  readonly shipFrom: string;
  readonly taxRules: TaxRules;
}

/** Answered from settings in memory: no round trip of its own. */
export async function shelfOf(ctx: Context): Promise<Shelf> {
  const [market, today, checkout, shop, rules] = await Promise.all([
    getMarket(ctx),
    shopToday(ctx),
    getSettings(ctx, "checkout"),
    getSettings(ctx, "shop"),
    taxRules(ctx),
  ]);
  const { lowStockAt } = checkout;
  const shipFrom = shop.address.country;
  return { market, locale: ctx.locale, today, lowStockAt, shipFrom, taxRules: rules };
}
