import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { refuse } from "../../kernel/errors.ts";
import { weakPassword } from "./contract.ts";

/**
 * What a password may be, after NIST SP 800-63B-4, section 3.1.1.2: length is what counts, nothing is asked of
 * its composition, it never expires, and what everybody tries first is refused.
 */
export const shortestAlone = 15;
export const shortestWithSecondFactor = 8;
/** Far above any passphrase; keeps the work of one attempt bounded. */
export const longest = 256;

/** One form for what a keyboard can produce in several, so that it matches on every device. */
export function normalisePassword(typed: string): string {
  return typed.normalize("NFKC");
}

export interface PasswordRules {
  readonly secondFactor: boolean;
  /** Words an attacker would start with: the shop's name, the holder's name and address. */
  readonly personal: readonly string[];
}

export type PasswordProblem =
  | { readonly reason: "too_short" | "too_long"; readonly limit: number }
  | { readonly reason: "common" | "personal" };

/** Why this password cannot be used; null when it can. Lengths count characters, not bytes. */
export function passwordProblem(typed: string, rules: PasswordRules): PasswordProblem | null {
  const password = normalisePassword(typed);
  const length = [...password].length;
  const shortest = rules.secondFactor ? shortestWithSecondFactor : shortestAlone;
  if (length < shortest) return { reason: "too_short", limit: shortest };
  if (length > longest) return { reason: "too_long", limit: longest };
  const plain = password.toLowerCase();
  if (isPersonal(plain, rules.personal)) return { reason: "personal" };
  return isCommon(plain) ? { reason: "common" } : null;
}

/** Refuses a password that breaks the rules, saying which. */
export function requireStrong(typed: string, rules: PasswordRules): void {
  const problem = passwordProblem(typed, rules);
  if (problem !== null) refuse(weakPassword, { ...problem });
}

/** The words that stand in a mail address, a name or the shop's name. */
export function personalWords(...texts: readonly string[]): string[] {
  const plain = texts.map((text) => text.normalize("NFKC").toLowerCase().trim());
  const words = plain.flatMap((text) => [
    text,
    text.replace(/\s+/g, ""),
    ...text.split(/[^\p{L}\p{N}]+/u),
  ]);
  return [...new Set(words)].filter((word) => word.length >= 4);
}

const filler = /[^\p{L}]+/gu;

/** Is it nothing but personal words, in any number, with digits and signs between them? */
function isPersonal(plain: string, personal: readonly string[]): boolean {
  let rest = plain;
  for (const word of personal.toSorted((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, "");
  return rest !== plain && rest.replace(filler, "") === "";
}

let common: ReadonlySet<string> | null = null;

function commonPasswords(): ReadonlySet<string> {
  const file = path.join(import.meta.dirname, "common-passwords.txt.br");
  common ??= new Set(brotliDecompressSync(readFileSync(file)).toString("utf8").split("\n"));
  return common;
}

/** On the list of what leaks show most often, or the same thing made longer by writing it again. */
function isCommon(plain: string): boolean {
  const list = commonPasswords();
  if (list.has(plain) || list.has(plain.replaceAll(" ", ""))) return true;
  if (isRun(plain)) return true;
  const unit = repeatedUnit(plain);
  return unit !== null && ([...unit].length < 6 || isRun(unit) || list.has(unit));
}

/** "aaaa", "abcdefgh", "87654321": each character the one before it, plus the same step of −1, 0 or 1. */
function isRun(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const step = (points[1] ?? 0) - (points[0] ?? 0);
  if (Math.abs(step) > 1) return false;
  // 9 is followed by 0 on every keyboard.
  return points.every((point, index) => {
    const before = points[index - 1];
    if (before === undefined || point - before === step) return true;
    return (
      (step === 1 && before === 57 && point === 48) ||
      (step === -1 && before === 48 && point === 57)
    );
  });
}

/** The shortest text that gives the whole one when written again and again; null when only itself does. */
function repeatedUnit(text: string): string | null {
  const at = (text + text).indexOf(text, 1);
  return at < text.length ? text.slice(0, at) : null;
}
