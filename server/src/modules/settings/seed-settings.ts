import { countryCodes, euCountries, isEuCountry } from "../../kernel/country.ts";
import { newId } from "../../kernel/ids.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";
import { settingDefaults } from "./defaults.ts";
import type { SettingKind, SettingView } from "./shapes.ts";
import { settingsTag } from "./snapshot.ts";

export interface SeedOptions {
  /** What differs from the built-in defaults, by area. */
  readonly values?: { readonly [K in SettingKind]?: Partial<SettingView<K>> };
  /** The stock location where shoppers in the EU market may collect; without it nothing can be collected. */
  readonly pickupLocation?: string;
}

/**
 * Sets up a new shop: its settings, three markets (EU, US, rest of the world) and delivery options
 * for each. What exists already stays as it is, so that running it again changes nothing.
 */
export async function seedSettings(ctx: Context, options: SeedOptions = {}): Promise<void> {
  await writeValues(ctx, options.values ?? {});
  await ctx.db.run(sql`
    insert into settings.market
      (code, names, currency, countries, default_country, tax_included, tax_treatment, position)
    select code, names, currency, countries, default_country, tax_included, tax_treatment, position
    from jsonb_to_recordset(${JSON.stringify(markets)}::jsonb) as m
      (code text, names jsonb, currency text, countries text[], default_country text,
       tax_included boolean, tax_treatment text, position integer)
    on conflict (code) do nothing`);
  await writeDeliveryOptions(ctx, options.pickupLocation ?? null);
  touchTag(ctx, settingsTag);
}

async function writeValues(ctx: Context, values: SeedOptions["values"] & object): Promise<void> {
  const kinds = Object.keys(settingDefaults) as SettingKind[];
  const rows = kinds.map((kind) => ({
    name: kind,
    value: { ...settingDefaults[kind], ...values[kind] },
  }));
  await ctx.db.run(sql`
    insert into settings.setting (name, value, changed_at, changed_by)
    select name, value, ${ctx.now}, ${actorOf(ctx)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (name text, value jsonb)
    on conflict (name) do nothing`);
}

const markets = [
  {
    code: "eu",
    names: { en: "European Union", de: "Europäische Union" },
    currency: "EUR",
    countries: euCountries,
    default_country: "DE",
    tax_included: true,
    tax_treatment: "eu-vat",
    position: 10,
  },
  {
    code: "us",
    names: { en: "United States", de: "Vereinigte Staaten" },
    currency: "USD",
    countries: ["US"],
    default_country: "US",
    tax_included: false,
    tax_treatment: "us-sales-tax",
    position: 20,
  },
  {
    code: "world",
    names: { en: "Rest of the world", de: "Übrige Welt" },
    currency: "USD",
    countries: [],
    default_country: "CH",
    tax_included: false,
    tax_treatment: "none",
    position: 30,
  },
] as const;

const neighbours = ["AT", "BE", "CZ", "DK", "FR", "LU", "NL", "PL"];
const furtherAway = euCountries.filter(
  (country) => country !== "DE" && !neighbours.includes(country),
);
const overseas = countryCodes.filter((country) => country !== "US" && !isEuCountry(country));
const kilo = 1000;

interface OptionSeed {
  readonly code: string;
  readonly names: { readonly en: string; readonly de: string };
  readonly carrier: string;
  readonly countries: readonly string[];
  readonly currency: string;
  /** Grams above the first, up to and including the second; null: no end. */
  readonly weight: readonly [number, number | null];
  readonly price: number;
  readonly freeFrom: number | null;
  readonly days: readonly [number, number];
}

const parcel = { en: "Parcel to your door", de: "Paket an die Haustür" };
const freight = { en: "Two-person delivery to your room", de: "Lieferung zu zweit bis ins Zimmer" };
const express = { en: "Express parcel", de: "Expresspaket" };

const shipping: readonly OptionSeed[] = [
  {
    code: "de-parcel",
    names: parcel,
    carrier: "DHL",
    countries: ["DE"],
    currency: "EUR",
    weight: [0, 31_500],
    price: 490,
    freeFrom: 10_000,
    days: [2, 3],
  },
  {
    code: "de-express",
    names: express,
    carrier: "DHL Express",
    countries: ["DE"],
    currency: "EUR",
    weight: [0, 31_500],
    price: 1490,
    freeFrom: null,
    days: [1, 1],
  },
  {
    code: "de-freight",
    names: freight,
    carrier: "Dachser",
    countries: ["DE"],
    currency: "EUR",
    weight: [31_501, null],
    price: 5900,
    freeFrom: 150_000,
    days: [5, 9],
  },
  {
    code: "eu-near-parcel",
    names: parcel,
    carrier: "DPD",
    countries: neighbours,
    currency: "EUR",
    weight: [0, 31_500],
    price: 1290,
    freeFrom: 20_000,
    days: [3, 5],
  },
  {
    code: "eu-near-freight",
    names: freight,
    carrier: "Dachser",
    countries: neighbours,
    currency: "EUR",
    weight: [31_501, null],
    price: 9900,
    freeFrom: null,
    days: [7, 12],
  },
  {
    code: "eu-parcel",
    names: parcel,
    carrier: "DPD",
    countries: furtherAway,
    currency: "EUR",
    weight: [0, 31_500],
    price: 1990,
    freeFrom: 30_000,
    days: [4, 8],
  },
  {
    code: "eu-freight",
    names: freight,
    carrier: "Dachser",
    countries: furtherAway,
    currency: "EUR",
    weight: [31_501, null],
    price: 14_900,
    freeFrom: null,
    days: [9, 16],
  },
  {
    code: "us-parcel",
    names: parcel,
    carrier: "UPS",
    countries: ["US"],
    currency: "USD",
    weight: [0, 30 * kilo],
    price: 990,
    freeFrom: 15_000,
    days: [3, 6],
  },
  {
    code: "us-express",
    names: express,
    carrier: "UPS",
    countries: ["US"],
    currency: "USD",
    weight: [0, 30 * kilo],
    price: 2490,
    freeFrom: null,
    days: [1, 2],
  },
  {
    code: "us-freight",
    names: freight,
    carrier: "Estes",
    countries: ["US"],
    currency: "USD",
    weight: [30 * kilo + 1, null],
    price: 12_900,
    freeFrom: null,
    days: [7, 14],
  },
  {
    code: "world-parcel",
    names: parcel,
    carrier: "DHL Express",
    countries: overseas,
    currency: "USD",
    weight: [0, 30 * kilo],
    price: 4900,
    freeFrom: null,
    days: [5, 12],
  },
  {
    code: "world-freight",
    names: freight,
    carrier: "Kuehne+Nagel",
    countries: overseas,
    currency: "USD",
    weight: [30 * kilo + 1, null],
    price: 34_900,
    freeFrom: null,
    days: [15, 40],
  },
];

async function writeDeliveryOptions(ctx: Context, pickupLocation: string | null): Promise<void> {
  const rows = shipping.map(({ weight, price, freeFrom, days, ...option }, index) => ({
    ...option,
    id: newId(),
    kind: "shipping",
    pickup_location: null as string | null,
    min_weight_grams: weight[0],
    max_weight_grams: weight[1],
    price_minor: price,
    free_from_minor: freeFrom,
    min_days: days[0],
    max_days: days[1],
    position: (index + 1) * 10,
  }));
  if (pickupLocation !== null) rows.push(pickup(pickupLocation, rows.length + 1));
  await ctx.db.run(sql`
    insert into settings.delivery_option
      (id, code, kind, names, carrier, pickup_location, countries, currency, min_weight_grams,
       max_weight_grams, price_minor, free_from_minor, min_days, max_days, position)
    select id, code, kind, names, nullif(carrier, ''), pickup_location, countries, currency, min_weight_grams,
           max_weight_grams, price_minor, free_from_minor, min_days, max_days, position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o
      (id uuid, code text, kind text, names jsonb, carrier text, pickup_location uuid, countries text[],
       currency text, min_weight_grams bigint, max_weight_grams bigint, price_minor bigint,
       free_from_minor bigint, min_days integer, max_days integer, position integer)
    on conflict (code) do nothing`);
}

function pickup(location: string, place: number) {
  return {
    id: newId(),
    code: "pickup",
    kind: "pickup",
    names: { en: "Collect from our workshop", de: "Abholung in der Werkstatt" },
    carrier: "",
    pickup_location: location,
    countries: ["DE"] as readonly string[],
    currency: "EUR",
    min_weight_grams: 0,
    max_weight_grams: null,
    price_minor: 0,
    free_from_minor: null,
    min_days: 1,
    max_days: 2,
    position: place * 10,
  };
}
