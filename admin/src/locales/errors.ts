import { ApiProblem, NoAnswer } from "../api/problem.ts";
import type { FieldProblem } from "../api/problem.ts";
import { errors as de } from "./de/errors.ts";
import { errors as en } from "./en/errors.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type ErrorWords = Words<typeof en>;
export const useErrorText = textHook<ErrorWords>({ en, de });

/** An error as a sentence for the reader. */
export function sayError(words: ErrorWords, error: unknown): string {
  if (error instanceof NoAnswer) return words.noAnswer;
  if (!(error instanceof ApiProblem)) return words.codes.internal;
  if (error.code === "weak_password") return sayWeakPassword(words, error);
  return sayCode(words, error.code);
}

/** The sentence for a refusal's code, as bulk replies carry it. */
export function sayCode(words: ErrorWords, code: string): string {
  const known: Readonly<Record<string, string>> = words.codes;
  return known[code] ?? words.unknown(code);
}

/** What is wrong with one field. Codes of our own rules stand in the message of a "custom" problem. */
export function sayField(words: ErrorWords, problem: FieldProblem): string {
  const known: Readonly<Record<string, string>> = words.fields;
  return known[problem.code] ?? known[problem.message] ?? words.fields.invalid;
}

function sayWeakPassword(words: ErrorWords, { details }: ApiProblem): string {
  const limit = typeof details["limit"] === "number" ? `${details["limit"]}` : "";
  switch (details["reason"]) {
    case "too_short":
      return words.weakPassword.too_short(limit);
    case "too_long":
      return words.weakPassword.too_long(limit);
    case "common":
      return words.weakPassword.common;
    case "personal":
      return words.weakPassword.personal;
    default:
      return words.codes.weak_password;
  }
}
