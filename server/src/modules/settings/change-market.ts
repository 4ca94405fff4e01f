import type { z } from "zod";
import { present } from "../../kernel/assert.ts";
import { conflict, notFound, refuse } from "../../kernel/errors.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { settingsChanged } from "./change-setting.ts";
import {
  type changedMarketSchema,
  codeTaken,
  countryTaken,
  lastMarket,
  type MarketAdminView,
  type newMarketSchema,
} from "./contract.ts";
import { type Market, sharedCountries } from "./market.ts";
import { loadSnapshot } from "./snapshot.ts";
import { marketAdminViewOf } from "./views.ts";

type NewMarket = z.output<typeof newMarketSchema>;
type ChangedMarket = z.output<typeof changedMarketSchema>;

/** Adds a market. A country belongs to one active market at most, so that it is never in doubt. */
export async function createMarket(ctx: Context, market: NewMarket): Promise<MarketAdminView> {
  const markets = await lockMarkets(ctx);
  if (markets.some(({ code }) => code === market.code)) refuse(codeTaken, { code: market.code });
  requireOwnCountries(markets, market);
  await ctx.db.run(sql`
    insert into settings.market
      (code, names, currency, countries, default_country, tax_included, tax_treatment, position, active)
    values (${market.code}, ${JSON.stringify(market.names)}::jsonb, ${market.currency}, ${market.countries}::text[],
            ${market.defaultCountry}, ${market.taxIncluded}, ${market.taxTreatment}, ${market.position}, ${market.active})`);
  return changed(ctx, market.code, "market.created");
}

/** Changes a market; the last active one stays active, or nobody could buy. */
export async function changeMarket(
  ctx: Context,
  code: string,
  market: ChangedMarket,
): Promise<MarketAdminView> {
  const markets = await lockMarkets(ctx);
  const found = markets.find((each) => each.code === code) ?? refuse(notFound);
  if (found.version !== market.version) refuse(conflict, { version: found.version });
  requireOwnCountries(markets, { ...market, code });
  if (!market.active && !markets.some((each) => each.active && each.code !== code))
    refuse(lastMarket);
  await ctx.db.run(sql`
    update settings.market
    set names = ${JSON.stringify(market.names)}::jsonb, currency = ${market.currency},
        countries = ${market.countries}::text[], default_country = ${market.defaultCountry},
        tax_included = ${market.taxIncluded}, tax_treatment = ${market.taxTreatment},
        position = ${market.position}, active = ${market.active}, version = version + 1
    where code = ${code}`);
  return changed(ctx, code, "market.changed");
}

/** One editor at a time: what is checked against the other markets must still hold when it is written. */
async function lockMarkets(ctx: Context): Promise<readonly Market[]> {
  await ctx.db.run(sql`select pg_advisory_xact_lock(hashtext('settings.market'))`);
  return (await loadSnapshot(ctx)).markets;
}

function requireOwnCountries(
  markets: readonly Market[],
  market: { code: string; countries: readonly string[]; active: boolean },
): void {
  if (!market.active) return;
  const shared = sharedCountries(markets, market);
  if (shared.length > 0) refuse(countryTaken, { countries: shared });
  const forTheRest = (each: { countries: readonly string[] }): boolean =>
    each.countries.length === 0;
  const other = markets.find(
    (each) => each.active && each.code !== market.code && forTheRest(each),
  );
  if (forTheRest(market) && other !== undefined)
    refuse(countryTaken, { countries: [], market: other.code });
}

async function changed(ctx: Context, code: string, action: string): Promise<MarketAdminView> {
  settingsChanged(ctx);
  const { markets } = await loadSnapshot(ctx);
  const view = marketAdminViewOf(
    present(
      markets.find((each) => each.code === code),
      "the market",
    ),
  );
  await recordAudit(ctx, action, `market:${code}`, view);
  return view;
}
