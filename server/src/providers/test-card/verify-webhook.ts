import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { gatewayEvent } from "./gateway-shapes.ts";
import type { GatewayEvent } from "./gateway-shapes.ts";

export type WebhookVerdict =
  | { readonly genuine: true; readonly event: GatewayEvent }
  | {
      readonly genuine: false;
      readonly why: "headers_missing" | "too_old" | "wrong_signature" | "unreadable";
    };

const toleranceSeconds = 5 * 60;

/**
 * Standard Webhooks: is `rawBody` (the bytes as they came, not parsed and written again) signed with
 * our secret, within five minutes of now? The time is signed too, so a recorded webhook cannot be
 * sent again later; within the five minutes the inbox's unique event id stops it.
 *
 * @param secret `whsec_` and base64.
 */
export function verifyWebhook(
  secret: string,
  headers: IncomingHttpHeaders,
  rawBody: string,
  now: Date,
): WebhookVerdict {
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  const signatures = headers["webhook-signature"];
  if (typeof id !== "string" || typeof timestamp !== "string" || typeof signatures !== "string") {
    return { genuine: false, why: "headers_missing" };
  }
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.${rawBody}`).digest();
  if (!signatures.split(" ").some((signature) => isSignature(signature, expected))) {
    return { genuine: false, why: "wrong_signature" };
  }
  const ageSeconds = now.getTime() / 1000 - Number(timestamp);
  // Written so that a timestamp which is no number is refused as well.
  if (!(Math.abs(ageSeconds) <= toleranceSeconds)) return { genuine: false, why: "too_old" };
  return readEvent(id, rawBody);
}

/** A sender that changes its secret signs with the old and the new one, hence a list. */
function isSignature(signature: string, expected: Buffer): boolean {
  const [version, encoded = ""] = signature.split(",");
  const given = Buffer.from(encoded, "base64");
  return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
}

function readEvent(id: string, rawBody: string): WebhookVerdict {
  let body: unknown;
  try {
    body = JSON.parse(rawBody);
  } catch {
    return { genuine: false, why: "unreadable" };
  }
  const parsed = gatewayEvent.safeParse(body);
  if (!parsed.success || parsed.data.id !== id) return { genuine: false, why: "unreadable" };
  return { genuine: true, event: parsed.data };
}
