import { findCardByNumber } from "./cards.ts";
import type { TestCard } from "./cards.ts";

/** What the shopper typed, untrimmed. */
export interface CardEntry {
  readonly number: string;
  readonly expiry: string;
  readonly cvc: string;
  readonly name: string;
}

export type CardField = keyof CardEntry;

export type CardFault =
  | "number_missing"
  | "number_invalid"
  | "number_not_a_test_card"
  | "expiry_invalid"
  | "expiry_past"
  | "cvc_invalid"
  | "name_missing"
  | "name_too_long";

export type CardFaults = { readonly [field in CardField]?: CardFault };

export type CheckedEntry =
  | { readonly card: TestCard }
  | { readonly card: null; readonly faults: CardFaults };

/** Every field is checked, so that the page can show all faults at once. */
export function checkCardEntry(entry: CardEntry, now: Date): CheckedEntry {
  const number = entry.number.replace(/[\s-]/g, "");
  const faults: { [field in CardField]?: CardFault } = {};
  const numberFault = findNumberFault(number);
  const expiryFault = findExpiryFault(entry.expiry, now);
  if (numberFault) faults.number = numberFault;
  if (expiryFault) faults.expiry = expiryFault;
  if (!/^\d{3,4}$/.test(entry.cvc.trim())) faults.cvc = "cvc_invalid";
  if (entry.name.trim() === "") faults.name = "name_missing";
  else if (entry.name.length > 100) faults.name = "name_too_long";

  const card = findCardByNumber(number);
  if (card === null || Object.keys(faults).length > 0) return { card: null, faults };
  return { card };
}

function findNumberFault(number: string): CardFault | null {
  if (number === "") return "number_missing";
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) return "number_invalid";
  // A real card typed by mistake stops here: nothing but the table's own cards goes further.
  return findCardByNumber(number) === null ? "number_not_a_test_card" : null;
}

/** A card is good until the last moment of the month printed on it (UTC here). */
function findExpiryFault(expiry: string, now: Date): CardFault | null {
  const match = /^\s*(\d{1,2})\s*[/.-]?\s*(?:20)?(\d{2})\s*$/.exec(expiry);
  const month = Number(match?.[1]);
  if (match === null || month < 1 || month > 12) return "expiry_invalid";
  const firstMomentAfter = Date.UTC(2000 + Number(match[2]), month, 1);
  return firstMomentAfter <= now.getTime() ? "expiry_past" : null;
}

/** ISO/IEC 7812-1 annex B: from the right, every second digit doubled, digit sums end in 0. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const doubled = fromRight % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
