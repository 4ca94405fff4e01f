import { asCurrency } from "../../kernel/currency.ts";
import type { Context } from "../../platform/context.ts";
import { forget, remember } from "../../platform/memory.ts";
import { sql } from "../../platform/sql.ts";
import { settingDefaults } from "./defaults.ts";
import type { DeliveryOption } from "./delivery.ts";
import type { Market } from "./market.ts";
import { type Setting, type SettingKind, settingSchemas, type SettingView } from "./shapes.ts";

/** All settings at one moment. */
export interface Snapshot {
  readonly values: { readonly [K in SettingKind]: Setting<K> };
  readonly stored: { readonly [K in SettingKind]: { version: number; value: SettingView<K> } };
  /** In their order, inactive ones too. */
  readonly markets: readonly Market[];
  readonly deliveryOptions: readonly DeliveryOption[];
}

/** How old what a process believes about settings can be, in milliseconds. */
const freshFor = 1000;
const memoryKey = "settings";

/** The settings as they were at most a second ago: one round trip then, none in between. */
export function settingsSnapshot(ctx: Context): Promise<Snapshot> {
  return remember(ctx, memoryKey, freshFor, () => loadSnapshot(ctx));
}

/** Called by whoever changes a setting, so that this process does not answer with the old one. */
export function forgetSettings(ctx: Context): void {
  forget(ctx, memoryKey);
}

type StoredValue = { name: string; value: unknown; version: number };
type MarketRow = Omit<Market, "currency"> & { currency: string };
type OptionRow = Omit<
  DeliveryOption,
  "currency" | "minTotalMinor" | "maxTotalMinor" | "priceMinor" | "freeFromMinor"
> & {
  currency: string;
  minTotalMinor: string;
  maxTotalMinor: string | null;
  priceMinor: string;
  freeFromMinor: string | null;
};
type SnapshotRow = { settings: StoredValue[]; markets: MarketRow[]; options: OptionRow[] };

/** Reads everything as committed (or as this transaction has it), past the memory. */
export async function loadSnapshot(ctx: Context): Promise<Snapshot> {
  const row = await ctx.db.one<SnapshotRow>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'value', value, 'version', version)), '[]')
       from settings.setting) as settings,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'code', code, 'names', names, 'currency', currency, 'countries', countries,
         'defaultCountry', default_country, 'taxIncluded', tax_included, 'taxTreatment', tax_treatment,
         'position', position, 'active', active, 'version', version) order by position, code), '[]')
       from settings.market) as markets,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'code', code, 'kind', kind, 'names', names, 'carrier', carrier,
         'pickupLocation', pickup_location, 'countries', countries, 'currency', currency,
         'minWeightGrams', min_weight_grams, 'maxWeightGrams', max_weight_grams,
         'minTotalMinor', min_total_minor::text, 'maxTotalMinor', max_total_minor::text,
         'priceMinor', price_minor::text, 'freeFromMinor', free_from_minor::text,
         'minDays', min_days, 'maxDays', max_days,
         'position', position, 'active', active, 'version', version) order by position, code), '[]')
       from settings.delivery_option) as options`);
  return snapshotOf(row);
}

function snapshotOf({ settings, markets, options }: SnapshotRow): Snapshot {
  const kinds = Object.keys(settingSchemas) as SettingKind[];
  const stored = Object.fromEntries(
    kinds.map((kind) => {
      const row = settings.find(({ name }) => name === kind);
      return [kind, { version: row?.version ?? 0, value: row?.value ?? settingDefaults[kind] }];
    }),
  ) as unknown as Snapshot["stored"]; // each value was checked by its kind's schema when it was saved
  const values = Object.fromEntries(
    kinds.map((kind) => [kind, settingSchemas[kind].parse(stored[kind].value)]),
  ) as Snapshot["values"];
  return {
    stored,
    values,
    markets: markets.map((market) => ({ ...market, currency: asCurrency(market.currency) })),
    deliveryOptions: options.map(optionOf),
  };
}

function optionOf(row: OptionRow): DeliveryOption {
  const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
  return {
    ...row,
    currency: asCurrency(row.currency),
    minTotalMinor: BigInt(row.minTotalMinor),
    maxTotalMinor: amount(row.maxTotalMinor),
    priceMinor: BigInt(row.priceMinor),
    freeFromMinor: amount(row.freeFromMinor),
  };
}
