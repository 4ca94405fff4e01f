import { asCurrency } from "../../kernel/currency.ts";
import type { Context } from "../../platform/context.ts";
import { keepReady, rememberTagged } from "../../platform/memory.ts";
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

/** Touched by whoever changes a setting, a market or a delivery option. */
export const settingsTag = "settings";

/** The settings as last committed, from memory; as this transaction has them once it changed one. */
export function settingsSnapshot(ctx: Context): Promise<Snapshot> {
  return rememberTagged(ctx, settingsTag, () => loadSnapshot(ctx));
}

/** Has this process know the settings before anyone asks. `ctx` is for reading and stays in use. */
export async function keepSettingsReady(ctx: Context): Promise<void> {
  await keepReady(ctx.memory, settingsTag, () => loadSnapshot(ctx));
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
