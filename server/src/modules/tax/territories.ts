import type { Address } from "../../kernel/address.ts";
import { since, type VatPeriod } from "./rates.ts";

/** A place whose tax is not that of the country it is written under. */
export interface Territory {
  /** "ES-CN"; ISO 3166-2 where it has a code. */
  readonly code: string;
  /** Its own rates of the country's tax; null: the tax of the Union does not reach it. */
  readonly rates: readonly VatPeriod[] | null;
}

interface Rule extends Territory {
  readonly country: string;
  /** Of the postcode without blanks and signs, in capitals. */
  readonly postcode: RegExp;
}

/**
 * Where the Union's tax area differs from its member states. Sources: Directive 2006/112/EC, Art. 6 and 7;
 * for the rates of Madeira (ISO 3166-2: PT-30) and the Azores (PT-20) their regional budgets; for
 * Jungholz and Mittelberg § 10 (4) of the Austrian Umsatzsteuergesetz. Corsica and the Greek islands,
 * whose own rates depend on the goods or on where the seller is, are taxed as their countries.
 */
const rules: readonly Rule[] = [
  outside("ES", "ES-CN", /^(35|38)\d{3}$/), // Canary Islands
  outside("ES", "ES-CE", /^51\d{3}$/), // Ceuta
  outside("ES", "ES-ML", /^52\d{3}$/), // Melilla
  outside("DE", "DE-BUESINGEN", /^78266$/),
  outside("DE", "DE-HELGOLAND", /^27498$/),
  outside("IT", "IT-LIVIGNO", /^23041$/),
  outside("IT", "IT-CAMPIONE", /^22061$/),
  outside("FI", "FI-01", /^22\d{3}$/), // Åland
  outside("GR", "GR-69", /^6308[67]$/), // Mount Athos
  outside("FR", "FR-OVERSEAS", /^(97\d{3}|98[678]\d{2})$/), // 980xx is Monaco, inside the area
  own("PT", "PT-30", /^9[0-4]\d{5}$/, since("22", { reduced: "4", secondReduced: "12" })),
  own("PT", "PT-20", /^9[5-9]\d{5}$/, since("16", { reduced: "4", secondReduced: "9" })),
  own("AT", "AT-JM", /^(6691|699[1-3])$/, since("19", { reduced: "10", secondReduced: "13" })),
];

function outside(country: string, code: string, postcode: RegExp): Rule {
  return { country, code, postcode, rates: null };
}

function own(country: string, code: string, postcode: RegExp, ...rates: VatPeriod[]): Rule {
  return { country, code, postcode, rates };
}

/** The territory that an address lies in; null on the mainland, and while no postcode is known. */
export function territoryOf(place: Pick<Address, "country" | "postcode">): Territory | null {
  const postcode = (place.postcode ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "");
  const found = rules.find(
    (rule) => rule.country === place.country && rule.postcode.test(postcode),
  );
  return found ? { code: found.code, rates: found.rates } : null;
}

/** Northern Ireland: British for services, in the Union's tax area for goods (Windsor Framework). */
export function isNorthernIreland(place: Pick<Address, "country" | "postcode">): boolean {
  return place.country === "GB" && /^\s*BT\d/i.test(place.postcode ?? "");
}
