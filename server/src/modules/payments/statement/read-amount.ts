import { type Currency, currencyExponent } from "../../../kernel/currency.ts";
import { type Money, parseDecimal } from "../../../kernel/money.ts";

/**
 * An amount as banks write it: 1.234,56 and 1,234.56, with a sign before or after (12,00-), with or
 * without a currency sign. The last point or comma is the decimal one, unless exactly three digits
 * follow it and the currency has fewer: then it separates thousands. Null for anything else.
 */
export function readAmount(text: string, currency: Currency): Money | null {
  const bare = text.replaceAll(/[\s\u00A0'’€$£]|[A-Z]{3}/g, "").replace("−", "-");
  const match = /^([+-]?)([\d.,]*\d)([+-]?)$/.exec(bare);
  if (match === null) return null;
  const [, before = "", digits = "", after = ""] = match;
  const decimal = decimalText(digits, currencyExponent(currency));
  if (decimal === null) return null;
  return parseDecimal(`${before === "-" || after === "-" ? "-" : ""}${decimal}`, currency);
}

function decimalText(digits: string, exponent: number): string | null {
  const at = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (at === -1) return digits;
  const fraction = digits.slice(at + 1);
  const separator = digits.charAt(at);
  const thousands = fraction.length === 3 && exponent !== 3;
  if (thousands || digits.indexOf(separator) !== at) {
    return /^\d{1,3}([.,]\d{3})+$/.test(digits) ? digits.replaceAll(/[.,]/g, "") : null;
  }
  const whole = digits.slice(0, at);
  if (!/^(\d*|\d{1,3}([.,]\d{3})+)$/.test(whole)) return null;
  return `${whole.replaceAll(/[.,]/g, "") || "0"}.${fraction}`;
}
