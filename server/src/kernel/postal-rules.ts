/** What the post of a country asks of an address, and in which order it is written. */
export interface PostalRule {
  /** The postcode's form as the country writes it, upper case; absent when we do not check it. */
  readonly postcode?: RegExp;
  /** An example to show beside the field. */
  readonly example?: string;
  readonly postcodeRequired: boolean;
  readonly regionRequired: boolean;
  /** The lines from the street down to the region; empty parts vanish with their separators. */
  readonly layout: PostalLayout;
}

/**
 * - `before`: "10115 Berlin" · `after`: "London" / "SW1A 1AA" on lines of their own
 * - `us`: "Portland, OR 97201" · `region-after`: "00184 Roma RM"
 * - `comma`: "Rīga, LV-1010" · `city-first`: city, street, postcode (Hungary)
 */
export type PostalLayout = "before" | "after" | "us" | "region-after" | "comma" | "city-first";

const digits4 = /^\d{4}$/;
const digits5 = /^\d{5}$/;
const digits3and2 = /^\d{3} ?\d{2}$/;

/** Countries the shop delivers to as a rule: the EU, its neighbours and North America. */
const rules: Readonly<Record<string, PostalRule>> = {
  AT: coded(digits4, "1010"),
  BE: coded(digits4, "1000"),
  BG: coded(digits4, "1000"),
  CA: {
    postcode: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/,
    example: "K1A 0B1",
    postcodeRequired: true,
    regionRequired: true,
    layout: "us",
  },
  CH: coded(digits4, "8001"),
  CY: coded(digits4, "1010"),
  CZ: coded(digits3and2, "110 00"),
  DE: coded(digits5, "10115"),
  DK: coded(digits4, "1050"),
  EE: coded(digits5, "10111"),
  ES: coded(/^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/, "28001"),
  FI: coded(digits5, "00100"),
  FR: coded(digits5, "75001"),
  GB: coded(/^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/, "SW1A 1AA", "after"),
  GR: coded(digits3and2, "105 57"),
  HR: coded(digits5, "10000"),
  HU: coded(digits4, "1051", "city-first"),
  IE: coded(/^([AC-FHKNPRTV-Y]\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}$/, "D02 AF30", "after"),
  IS: coded(/^\d{3}$/, "101"),
  IT: coded(digits5, "00184", "region-after"),
  LI: coded(/^94(8[5-9]|9[0-8])$/, "9490"),
  LT: coded(/^(LT-)?\d{5}$/, "LT-01103"),
  LU: coded(/^(L-)?\d{4}$/, "1009"),
  LV: coded(/^(LV-)?\d{4}$/, "LV-1010", "comma"),
  MT: coded(/^[A-Z]{3} ?\d{4}$/, "VLT 1117", "after"),
  NL: coded(/^[1-9]\d{3} ?[A-Z]{2}$/, "1012 JS"),
  NO: coded(digits4, "0150"),
  PL: coded(/^\d{2}-\d{3}$/, "00-950"),
  PT: coded(/^\d{4}-\d{3}$/, "1100-148"),
  RO: coded(/^\d{6}$/, "010011"),
  SE: coded(digits3and2, "111 22"),
  SI: coded(digits4, "1000"),
  SK: coded(digits3and2, "811 01"),
  US: {
    postcode: /^\d{5}(-\d{4})?$/,
    example: "97201",
    postcodeRequired: true,
    regionRequired: true,
    layout: "us",
  },
};

const elsewhere: PostalRule = { postcodeRequired: false, regionRequired: false, layout: "before" };

/** The rule of a country; one that demands no postcode where the country is not in the table. */
export function postalRule(country: string): PostalRule {
  return rules[country] ?? elsewhere;
}

function coded(postcode: RegExp, example: string, layout: PostalLayout = "before"): PostalRule {
  return { postcode, example, postcodeRequired: true, regionRequired: false, layout };
}
