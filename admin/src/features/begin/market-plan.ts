import type { MarketAdminView } from "@shopwright/server/contracts/settings";
import { countryName, isEuCountry } from "@shopwright/server/kernel/country";
import type { Currency } from "@shopwright/server/kernel/currency";

export interface MarketChoice {
  readonly country: string;
  /** What is paid in at home. */
  readonly currency: Currency;
  /** Codes of further markets that are sold to. */
  readonly further: readonly string[];
}

export type MarketWrite =
  | { readonly kind: "change"; readonly market: MarketAdminView }
  | { readonly kind: "create"; readonly market: Omit<MarketAdminView, "version"> };

/** The market that names a country; null when it is only among "all others". */
export function homeMarket(
  markets: readonly MarketAdminView[],
  country: string,
): MarketAdminView | null {
  return markets.find(({ countries }) => countries.includes(country)) ?? null;
}

/** Those that can be chosen besides: all that do not stand for the home country alone. */
export function furtherMarkets(
  markets: readonly MarketAdminView[],
  { country, currency }: Pick<MarketChoice, "country" | "currency">,
): readonly MarketAdminView[] {
  const home = homeMarket(markets, country);
  return markets.filter((market) => market !== home || !canBeHome(market, currency));
}

/**
 * What to save so that the shop sells at home, in its currency, and where else it was chosen: changes come before
 * a new market, because a country belongs to one at a time. What was saved before is planned no second time.
 */
export function planMarkets(
  markets: readonly MarketAdminView[],
  choice: MarketChoice,
): readonly MarketWrite[] {
  const home = homeMarket(markets, choice.country);
  const keeps = home !== null && canBeHome(home, choice.currency);
  const changed = markets.map((market): MarketAdminView => {
    if (keeps && market === home) {
      const own = { currency: choice.currency, defaultCountry: choice.country };
      return { ...market, ...own, active: true, position: 0 };
    }
    const active = choice.further.includes(market.code);
    return { ...without(market, choice.country), active };
  });
  // Those that go off first: they may hold countries that another is to have.
  const writes: MarketWrite[] = changed
    .filter((market, index) => JSON.stringify(market) !== JSON.stringify(markets[index]))
    .toSorted((a, b) => Number(a.active) - Number(b.active))
    .map((market) => ({ kind: "change", market }));
  return keeps ? writes : [...writes, { kind: "create", market: ownMarket(choice) }];
}

/** One country's currency can be changed; one of many is not asked. */
function canBeHome({ countries, currency }: MarketAdminView, wanted: Currency): boolean {
  return currency === wanted || countries.length === 1;
}

/** A market that the country has left; one for all others is not to begin with it, either. */
function without(market: MarketAdminView, country: string): MarketAdminView {
  const countries = market.countries.filter((each) => each !== country);
  const [another] =
    market.countries.length === 0 ? ["CH", "NO"].filter((each) => each !== country) : countries;
  return market.defaultCountry === country && another !== undefined
    ? { ...market, countries, defaultCountry: another }
    : { ...market, countries };
}

function ownMarket({ country, currency }: MarketChoice): Omit<MarketAdminView, "version"> {
  const taxTreatment = treatmentIn(country);
  return {
    code: `home-${country.toLowerCase()}`,
    names: { en: countryName(country, "en"), de: countryName(country, "de") },
    currency,
    countries: [country],
    defaultCountry: country,
    taxIncluded: taxTreatment !== "us-sales-tax",
    taxTreatment,
    position: 0,
    active: true,
  };
}

function treatmentIn(country: string): MarketAdminView["taxTreatment"] {
  if (isEuCountry(country)) return "eu-vat";
  const others = {
    GB: "uk-vat",
    CH: "swiss-vat",
    NO: "norwegian-vat",
    US: "us-sales-tax",
  } as const;
  return others[country as keyof typeof others] ?? "none";
}

/** Where a country's money is one of the program's currencies and not the euro. */
const currencyOf: Readonly<Record<string, Currency>> = {
  AE: "AED",
  AU: "AUD",
  BH: "BHD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CL: "CLP",
  CN: "CNY",
  CZ: "CZK",
  DK: "DKK",
  GB: "GBP",
  HK: "HKD",
  HU: "HUF",
  ID: "IDR",
  IL: "ILS",
  IN: "INR",
  IS: "ISK",
  JO: "JOD",
  JP: "JPY",
  KR: "KRW",
  KW: "KWD",
  LI: "CHF",
  MX: "MXN",
  MY: "MYR",
  NO: "NOK",
  NZ: "NZD",
  OM: "OMR",
  PH: "PHP",
  PL: "PLN",
  RO: "RON",
  RS: "RSD",
  RU: "RUB",
  SA: "SAR",
  SE: "SEK",
  SG: "SGD",
  TH: "THB",
  TN: "TND",
  TR: "TRY",
  TW: "TWD",
  UA: "UAH",
  US: "USD",
  VN: "VND",
  ZA: "ZAR",
};

/** What people most likely pay in there; the dollar where nothing better is known. */
export function likelyCurrency(country: string): Currency {
  return currencyOf[country] ?? (isEuCountry(country) ? "EUR" : "USD");
}
