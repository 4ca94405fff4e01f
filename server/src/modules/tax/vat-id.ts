/**
 * VAT ids by the states that issue them, with what follows the prefix. From the list in the questions and
 * answers of the Commission's VIES service. Greece writes EL; XI are traders of Northern Ireland.
 */
const forms: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^[1-9]\d{8}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|(GD|HA)\d{3})$/,
};

export interface VatId {
  /** As the register takes it: "EL123456789". */
  readonly vatId: string;
  /** The prefix, "EL", and the state by its ISO code, "GR". */
  readonly prefix: string;
  readonly state: string;
  readonly number: string;
}

/** Reads a VAT id with whatever blanks, dots or small letters people write; null when it cannot be one. */
export function parseVatId(text: string): VatId | null {
  const tidy = text.toUpperCase().replace(/[^A-Z0-9+*]/g, "");
  const vatId = tidy.startsWith("GR") ? `EL${tidy.slice(2)}` : tidy;
  const [prefix, number] = [vatId.slice(0, 2), vatId.slice(2)];
  if (forms[prefix]?.test(number) !== true) return null;
  return { vatId, prefix, state: prefix === "EL" ? "GR" : prefix, number };
}
