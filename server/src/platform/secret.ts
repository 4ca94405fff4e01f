import { createHmac } from "node:crypto";
import { assert } from "../kernel/assert.ts";

let installation: string | null = null;

/** Called once by every process that runs use cases, with the secret of the configuration. */
export function setSecret(secret: string): void {
  installation = secret;
}

/**
 * 32 bytes that only this installation can work out from a text: HMAC-SHA-256 under its secret. The
 * purpose keeps what is made for one use from being good for another.
 */
export function keyed(purpose: string, text: string): Buffer {
  assert(installation !== null, "the installation's secret is set");
  return createHmac("sha256", installation).update(`${purpose}\n${text}`).digest();
}
