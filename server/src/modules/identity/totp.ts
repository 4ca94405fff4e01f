import { createHmac, timingSafeEqual } from "node:crypto";

/** Codes of an authenticator app after RFC 6238: six digits, SHA-1, a new one each 30 seconds. */
const stepSeconds = 30;
const digits = 6;

/** The number of the time step a moment lies in. */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / stepSeconds);
}

/** The code of one time step (RFC 4226 with the step as its counter). */
export function codeOf(secret: Uint8Array, step: number, length = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** length).padStart(length, "0");
}

/**
 * The time step whose code was typed: the present one, or the one before or after it for clocks that
 * are off. Null when it fits none.
 */
export function matchingStep(secret: Uint8Array, typed: string, now: Date): number | null {
  const code = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return null;
  const present = stepAt(now);
  const fits = (step: number): boolean =>
    timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code));
  return [present, present - 1, present + 1].find(fits) ?? null;
}

const base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 base32 without padding: how apps take the secret. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = "";
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      text += base32Letters.charAt((held >> (bits - 5)) & 31);
      bits -= 5;
    }
  }
  return bits === 0 ? text : text + base32Letters.charAt((held << (5 - bits)) & 31);
}

/** What the picture says that an authenticator app scans. */
export function otpauthUri(shop: string, account: string, secret: Uint8Array): string {
  const issuer = encodeURIComponent(shop.replaceAll(":", " "));
  const query = `secret=${base32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`;
  return `otpauth://totp/${issuer}:${encodeURIComponent(account)}?${query}`;
}
