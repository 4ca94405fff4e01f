import { isUuid } from "./ids.ts";
import type { IdPrefix, Uuid } from "./ids.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const prefixPattern = /^[a-z](?:[a-z_]{0,61}[a-z])?$/;
// 26 letters hold 130 bits; a first letter above 7 would need more than the 128 there are.
const suffixPattern = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** A TypeID of a known kind: typeId("order", uuid) → "order_01h455vb4pex5vsknk084sn02q". */
export function typeId(prefix: IdPrefix, uuid: Uuid): string {
  return encodeTypeId(prefix, uuid);
}

/** The UUID within a TypeID of exactly this kind, or null for anything else. */
export function parseTypeId(prefix: IdPrefix, text: string): Uuid | null {
  const decoded = decodeTypeId(text);
  return decoded?.prefix === prefix ? decoded.uuid : null;
}

/** A regular expression source that matches the TypeIDs of one kind, for JSON Schema. */
export function typeIdPattern(prefix: IdPrefix): string {
  return `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`;
}

/** Encodes under any prefix the specification allows, the empty one too. Throws RangeError otherwise. */
export function encodeTypeId(prefix: string, uuid: Uuid): string {
  if (prefix !== "" && !prefixPattern.test(prefix)) throw new RangeError("Not a TypeID prefix");
  if (!isUuid(uuid)) throw new RangeError("Not a UUID in lower-case text");
  let rest = BigInt(`0x${uuid.replaceAll("-", "")}`);
  let suffix = "";
  for (let index = 0; index < 26; index += 1) {
    suffix = alphabet.charAt(Number(rest & 31n)) + suffix;
    rest >>= 5n;
  }
  return prefix === "" ? suffix : `${prefix}_${suffix}`;
}

/** Null unless the text is a TypeID to the letter of the specification. */
export function decodeTypeId(text: string): { prefix: string; uuid: Uuid } | null {
  const separator = text.lastIndexOf("_");
  const prefix = separator === -1 ? "" : text.slice(0, separator);
  const suffix = text.slice(separator + 1);
  if (separator !== -1 && !prefixPattern.test(prefix)) return null;
  if (!suffixPattern.test(suffix)) return null;
  return { prefix, uuid: decodeSuffix(suffix) };
}

function decodeSuffix(suffix: string): Uuid {
  let value = 0n;
  for (const letter of suffix) value = (value << 5n) | BigInt(alphabet.indexOf(letter));
  const hex = value.toString(16).padStart(32, "0");
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, index) => hex.slice(cuts[index], end))
    .join("-");
}
