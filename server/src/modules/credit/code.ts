import type { Uuid } from "../../kernel/ids.ts";
import { keyed } from "../../platform/secret.ts";

/** Without what people take for something else on paper and on the telephone: 0 O, 1 I L, U V. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";
const length = 16;

/**
 * A gift card's code: 16 characters, 29 to the power of 16, or 77 bits. It is worked out from the card's id
 * under the installation's secret, so that it is stored nowhere and a mail that was lost can be sent
 * again. Who has the database alone, or the secret alone, has no code.
 */
export function codeOf(cardId: Uuid): string {
  const base = BigInt(alphabet.length);
  let rest = BigInt(`0x${keyed("gift card code", cardId).toString("hex")}`);
  let code = "";
  while (code.length < length) {
    code += alphabet.charAt(Number(rest % base));
    rest /= base;
  }
  return code;
}

/** What the database keeps to find a card by. */
export function codeHash(code: string): string {
  return keyed("gift card", code).toString("base64url");
}

export function codeEnd(code: string): string {
  return code.slice(-4);
}

/** As people write it: ABCD-EFGH-JKMN-PQRS. */
export function writtenCode(code: string): string {
  return (code.match(/.{4}/g) ?? []).join("-");
}

/** The same with all but the last four characters hidden. */
export function hiddenCode(end: string): string {
  return `••••-••••-••••-${end}`;
}

/** The code in what somebody typed, in whatever case and grouping; null when it cannot be one. */
export function typedCode(text: string): string | null {
  const code = text.toUpperCase().replaceAll(/[\s\-–—.]/g, "");
  const possible = code.length === length && [...code].every((each) => alphabet.includes(each));
  return possible ? code : null;
}
