import { createHmac } from "node:crypto";

/**
 * Headers of the Standard Webhooks specification, version 1: HMAC-SHA256 over
 * `id.timestamp.body`, keyed with the base64 part of a `whsec_…` secret.
 */
export function signatureHeaders(
  secret: string,
  id: string,
  body: string,
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const hmac = createHmac("sha256", webhookKey(secret));
  const signature = hmac.update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}

/** Throws when the secret is not `whsec_` and base64 of at least 24 bytes, as the specification asks. */
export function webhookKey(secret: string): Buffer {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  const key = Buffer.from(encoded ?? "", "base64");
  if (key.length < 24) {
    throw new Error("The webhook secret must be whsec_ followed by at least 24 bytes in base64.");
  }
  return key;
}
