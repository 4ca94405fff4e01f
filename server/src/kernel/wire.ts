import { z } from "zod";
import { addressLimits, addressProblems, tidyAddress } from "./address.ts";
import type { Address } from "./address.ts";
import { isCountry } from "./country.ts";
import { currencies } from "./currency.ts";
import type { Currency } from "./currency.ts";
import type { IdPrefix } from "./ids.ts";
import { locales } from "./locale.ts";
import { fromWire } from "./money.ts";
import { maxQuantity } from "./quantity.ts";
import { parseTypeId, typeIdPattern } from "./type-id.ts";

/**
 * Schemas that contracts are made of. Those ending in `Schema` read what a client sends and give
 * the program's own values; those ending in `View` describe what a reply carries. Each converts to
 * JSON Schema with `z.toJSONSchema(schema, { io: "input" })`.
 */

// No control characters and no half surrogate pairs: neither survives the way to the database.
const oneLine = /^[^\p{Cc}\p{Cs}]*$/u;
const manyLines = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;

/** One line of text, 1 to `max` characters after trimming, in NFC. */
export function text(max: number) {
  return z.string().normalize("NFC").trim().min(1).max(max).regex(oneLine);
}

/** One line of text that may be missing; empty counts as missing. */
export function optionalText(max: number) {
  return z
    .string()
    .normalize("NFC")
    .trim()
    .max(max)
    .regex(oneLine)
    .transform((value) => (value === "" ? undefined : value))
    .optional();
}

/** Text in which line breaks and tabs are welcome, 0 to `max` characters; CRLF becomes LF. */
export function longText(max: number) {
  return z
    .string()
    .normalize("NFC")
    .trim()
    .max(max)
    .regex(manyLines)
    .transform((value) => value.replace(/\r\n?/g, "\n"));
}

const currencyCodes = Object.keys(currencies) as [Currency, ...Currency[]];

export const currencySchema = z.enum(currencyCodes).meta({ description: "ISO 4217 code" });

export const localeSchema = z.enum(locales);

export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .refine(isCountry, { error: "Unknown country" })
  .meta({ description: "ISO 3166-1 alpha-2 code" });

export const quantitySchema = z.int().min(1).max(maxQuantity);

export const emailSchema = z.string().trim().toLowerCase().max(254).check(z.email());

const minorText = z
  .string()
  .regex(/^(0|-?[1-9]\d{0,17})$/)
  .meta({ description: "Whole number of minor units, such as cents, as text" });

/** Money in a reply. */
export const moneyView = z.object({ minor: minorText, currency: currencySchema });

/** Money from a client, as a Money value. */
export const moneySchema = moneyView.transform(fromWire);

/** An id in a reply: the TypeID of one kind. */
export function idView(prefix: IdPrefix) {
  return z.string().regex(new RegExp(typeIdPattern(prefix)));
}

/** An id from a client: a TypeID of exactly this kind, as the UUID it stands for. */
export function idSchema(prefix: IdPrefix) {
  return idView(prefix).transform((value, context) => {
    const uuid = parseTypeId(prefix, value);
    if (uuid !== null) return uuid;
    context.addIssue({ code: "custom", message: "Not an id of this kind" });
    return z.NEVER;
  });
}

const addressShape = z.object({
  name: addressText("name"),
  company: addressText("company").optional(),
  line1: addressText("line1"),
  line2: addressText("line2").optional(),
  city: addressText("city"),
  postcode: addressText("postcode").optional(),
  region: addressText("region").optional(),
  country: addressText("country"),
  phone: addressText("phone").optional(),
});

/** An address in a reply. */
export const addressView = addressShape;

/**
 * An address from a client, tidied. Each issue's path is the field, its message one of the codes
 * of `addressProblems`.
 */
export const addressSchema = addressShape.transform((input, context): Address => {
  for (const problem of addressProblems(input)) {
    context.addIssue({ code: "custom", path: [problem.field], message: problem.code });
  }
  return tidyAddress(input);
});

/** An address that may be unfinished (a cart on its way to checkout): shape and lengths only. */
export const partialAddressSchema = addressShape.partial();

function addressText(field: keyof typeof addressLimits) {
  return z.string().normalize("NFC").trim().max(addressLimits[field]).regex(oneLine);
}
