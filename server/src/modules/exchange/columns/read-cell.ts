import { type Currency, currencyExponent } from "../../../kernel/currency.ts";
import { parseDecimal } from "../../../kernel/money.ts";
import { bad } from "../item-problem.ts";

const yes: ReadonlySet<string> = new Set([
  "true",
  "1",
  "yes",
  "y",
  "ja",
  "j",
  "wahr",
  "x",
  "visible",
]);
const no: ReadonlySet<string> = new Set([
  "false",
  "0",
  "no",
  "n",
  "nein",
  "falsch",
  "-1",
  "hidden",
]);

/** Yes or no in the words of files; blank is no. */
export function readFlag(text: string, field: string, row: number): boolean {
  const word = text.toLowerCase();
  if (word === "" || no.has(word)) return false;
  return yes.has(word) || bad("flag_invalid", field, row, text);
}

export function readChoice<const Word extends string>(
  text: string,
  words: Readonly<Record<string, Word>>,
  field: string,
  row: number,
): Word {
  return words[text.toLowerCase()] ?? bad("choice_invalid", field, row, text);
}

/** A whole number from 0 to `most`; blank is null. */
export function readCount(text: string, most: number, field: string, row: number): number | null {
  if (text === "") return null;
  const plain = decimalOf(text);
  const number = Number(plain);
  if (plain === null || !/^\d{1,15}(\.0+)?$/.test(plain) || number > most)
    return bad("number_invalid", field, row, text);
  return number;
}

/** A measure in the file's unit as whole units of ours: 1.25 kg × 1000 → 1250. */
export function readMeasure(
  text: string,
  times: number,
  field: string,
  row: number,
): number | null {
  if (text === "") return null;
  const plain = decimalOf(text);
  if (plain === null || !/^\d{1,9}(\.\d+)?$/.test(plain))
    return bad("number_invalid", field, row, text);
  return Math.round(Number((Number(plain) * times).toPrecision(12)));
}

/** An amount in minor units; blank is null. Nothing is rounded away. */
export function readAmount(
  text: string,
  currency: Currency,
  field: string,
  row: number,
): bigint | null {
  if (text === "") return null;
  const plain = decimalOf(text.replaceAll(/[\s\u00a0'’]|[A-Z]{3}|\p{Sc}/gu, ""));
  const exponent = currencyExponent(currency);
  // Shops write 19.9900 or 5.00 for yen; digits that are zero say nothing.
  const short = plain?.replace(new RegExp(`(\\.\\d{${exponent}})0+$`), "$1").replace(/\.$/, "");
  const amount = short === undefined ? null : parseDecimal(short, currency);
  if (amount === null || amount.minor < 0n || amount.minor > 9_999_999_999_999n)
    return bad("price_invalid", field, row, text);
  return amount.minor;
}

/**
 * The number with a point, whichever signs divide it: 1.299,50 and 1,299.50 → 1299.50. Null when it cannot be
 * told what is meant, as with 1,299.
 */
function decimalOf(text: string): string | null {
  const [comma, point] = [text.lastIndexOf(","), text.lastIndexOf(".")];
  if (comma === -1) return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
  if (point === -1) {
    if (!/^-?\d+,\d+$/.test(text) || /^-?[1-9]\d{0,2},\d{3}$/.test(text)) return null;
    return text.replace(",", ".");
  }
  if (comma > point)
    return /^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)
      ? text.replaceAll(".", "").replace(",", ".")
      : null;
  return /^-?\d{1,3}(,\d{3})+\.\d+$/.test(text) ? text.replaceAll(",", "") : null;
}
