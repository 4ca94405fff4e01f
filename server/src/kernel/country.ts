/** ISO 3166-1 alpha-2 codes of every country and territory that has one assigned. */
export const countryCodes: readonly string[] =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
  BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
  EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
  HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
  NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
  TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/);

/** The 27 member states of the European Union, by ISO code (Greece is GR, not the VAT prefix EL). */
export const euCountries = [
  "AT",
  "BE",
  "BG",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GR",
  "HR",
  "HU",
  "IE",
  "IT",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "PL",
  "PT",
  "RO",
  "SE",
  "SI",
  "SK",
] as const;

export type EuCountry = (typeof euCountries)[number];

const known: ReadonlySet<string> = new Set(countryCodes);
const members: ReadonlySet<string> = new Set(euCountries);

export function isCountry(code: string): boolean {
  return known.has(code);
}

export function isEuCountry(code: string): code is EuCountry {
  return members.has(code);
}

const namesByLocale = new Map<string, Intl.DisplayNames>();

/** The country's name in a language (BCP 47 tag); the code itself where no name is known. */
export function countryName(code: string, locale: string): string {
  let names = namesByLocale.get(locale);
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: "region" });
    namesByLocale.set(locale, names);
  }
  return names.of(code) ?? code;
}

/** Codes with names, in the alphabetical order of the language: what a country field offers. */
export function countryChoices(
  locale: string,
  codes: readonly string[] = countryCodes,
): { code: string; name: string }[] {
  const order = new Intl.Collator(locale);
  return codes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .toSorted((a, b) => order.compare(a.name, b.name));
}
