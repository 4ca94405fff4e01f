import { countryName, isCountry } from "./country.ts";
import { postalRule } from "./postal-rules.ts";
import { isUsState } from "./us-state.ts";

/** Where something goes or who is billed. Country is ISO 3166-1 alpha-2; region, in the US, the state's two letters. */
export interface Address {
  readonly name: string;
  readonly company?: string | undefined;
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly postcode?: string | undefined;
  readonly region?: string | undefined;
  readonly country: string;
  readonly phone?: string | undefined;
}

export type AddressField = keyof Address;

/** Longest accepted text per field, in UTF-16 code units; what common carrier labels can hold. */
export const addressLimits: Readonly<Record<AddressField, number>> = {
  name: 100,
  company: 100,
  line1: 100,
  line2: 100,
  city: 80,
  postcode: 16,
  region: 60,
  country: 2,
  phone: 32,
};

export type AddressProblemCode = "required" | "too_long" | "unknown" | "invalid";

export interface AddressProblem {
  readonly field: AddressField;
  readonly code: AddressProblemCode;
}

const fields = Object.keys(addressLimits) as AddressField[];

/**
 * The same address in the form that is stored: NFC, no outer or doubled blanks, country and
 * postcode in capitals, the US state too, empty parts left out.
 */
export function tidyAddress(address: Address): Address {
  const tidy: Partial<Record<AddressField, string>> = {};
  for (const field of fields) {
    const text = address[field]?.normalize("NFC").replace(/\s+/g, " ").trim();
    if (text) tidy[field] = isCode(field, address) ? text.toUpperCase() : text;
  }
  return { name: "", line1: "", city: "", country: "", ...tidy };
}

/**
 * Everything that keeps an address from being delivered to, in the order of the form; empty when
 * it is fine. Codes are stable and are translated where they are shown.
 */
export function addressProblems(address: Address): AddressProblem[] {
  const tidy = tidyAddress(address);
  return fields.flatMap((field) => {
    const code = problemOf(tidy, field);
    return code ? [{ field, code }] : [];
  });
}

/**
 * The lines of a label, in the order the destination's post asks for. The country comes last, in
 * the language of `locale`, unless the parcel stays in the country it is sent `from`.
 */
export function formatAddress(
  address: Address,
  options: { locale?: string; from?: string } = {},
): string[] {
  const place = tidyAddress(address);
  const country =
    options.from === place.country ? "" : countryName(place.country, options.locale ?? "en");
  return [place.name, place.company, ...placeLines(place), country].filter(
    (line) => !!line,
  ) as string[];
}

function isCode(field: AddressField, address: Address): boolean {
  if (field === "country" || field === "postcode") return true;
  return field === "region" && /^\s*us\s*$/i.test(address.country);
}

function problemOf(address: Address, field: AddressField): AddressProblemCode | null {
  const text = address[field] ?? "";
  if (text === "") return isRequired(field, address.country) ? "required" : null;
  if (text.length > addressLimits[field]) return "too_long";
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return "invalid";
  if (field === "country" && !isCountry(text)) return "unknown";
  if (field === "region" && address.country === "US" && !isUsState(text)) return "unknown";
  if (field === "postcode" && postalRule(address.country).postcode?.test(text) === false) {
    return "invalid";
  }
  if (field === "phone" && !/^\+?[\d ()./-]{5,}$/.test(text)) return "invalid";
  return null;
}

function isRequired(field: AddressField, country: string): boolean {
  if (field === "postcode") return postalRule(country).postcodeRequired;
  if (field === "region") return postalRule(country).regionRequired;
  return field === "name" || field === "line1" || field === "city" || field === "country";
}

function placeLines(address: Address): string[] {
  const { line1, line2 = "", city, postcode = "", region = "" } = address;
  const joined = (separator: string, ...parts: string[]) => parts.filter(Boolean).join(separator);
  switch (postalRule(address.country).layout) {
    case "us":
      return [line1, line2, joined(" ", joined(", ", city, region), postcode)];
    case "after":
      return [line1, line2, city, region, postcode];
    case "region-after":
      return [line1, line2, joined(" ", postcode, city, region)];
    case "comma":
      return [line1, line2, joined(", ", city, postcode), region];
    case "city-first":
      return [city, line1, line2, postcode, region];
    case "before":
      return [line1, line2, joined(" ", postcode, city), region];
  }
}
