import { createHash, randomBytes } from "node:crypto";

/** 256 random bits in 43 characters that survive in an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token: useless to whoever reads the database. Fit for random tokens only. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

// Crockford's letters: nothing that looks like something else, read aloud without trouble.
const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** A random code for people to type, in groups of four: five bits a character. */
export function newCode(characters: number): string {
  const text = Array.from(randomBytes(characters), (byte) => letters.charAt(byte & 31)).join("");
  return text.replace(/(.{4})(?=.)/g, "$1-");
}

/** A typed code without what people add or confuse: blanks, hyphens, capitals, O and 0, I, L and 1. */
export function tidyCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
}
