import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyed } from "./secret.ts";

/*
 * Secrets that must be told later, such as a link in a mail that waits to be sent, lie in the database sealed
 * with the installation's secret (AES-256-GCM): whoever reads the database, or a copy of it, cannot use them.
 */
const mark = "sealed:1:";
const nonceLength = 12;
const tagLength = 16;

const sealingKey = (): Buffer => keyed("sealed text", "");

/** The text for storing; sealed twice, the same text looks different each time. */
export function seal(text: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce);
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final()]);
  return mark + Buffer.concat([sealed, cipher.getAuthTag()]).toString("base64url");
}

/** Sealed with another secret than this process has, or altered. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
  constructor() {
    super("sealed with another SHOPWRIGHT_SECRET than this process has");
  }
}

/** The text that was sealed; text that never was is given back as it is. Throws `SealBroken`. */
export function unseal(stored: string): string {
  if (!stored.startsWith(mark)) return stored;
  const bytes = Buffer.from(stored.slice(mark.length), "base64url");
  if (bytes.length < nonceLength + tagLength) throw new SealBroken();
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(), bytes.subarray(0, nonceLength));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  const text = decipher.update(bytes.subarray(nonceLength, -tagLength));
  try {
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    throw new SealBroken(); // the tag did not fit: all that can fail here
  }
}
