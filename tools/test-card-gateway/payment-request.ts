import { findCardByToken } from "./cards.ts";
import type { TestCard } from "./cards.ts";
import { newId } from "./payment.ts";
import type { Payment } from "./payment.ts";
import { Refusal } from "./refusal.ts";

type Body = Record<string, unknown>;

/** Reads the body of `POST /v1/payments`; refuses the first field that is wrong, by name. */
export function readPaymentRequest(
  body: Body,
  merchant: string,
  now: Date,
): { payment: Payment; card: TestCard | null } {
  const card = readCardToken(body);
  const needsPage = card === null || card.authentication !== undefined;
  const returnUrl = readUrl(body, "return_url");
  if (needsPage && returnUrl === null) throw wrong("return_url", "is needed for the payment page");
  const payment: Payment = {
    id: newId("pay"),
    created: now.toISOString(),
    amount: readAmount(body) ?? refuseMissingAmount(),
    currency: readCurrency(body),
    reference: readText(body, "reference", 200) ?? refuseMissingReference(),
    description: readText(body, "description", 500) ?? "",
    merchant: readText(body, "merchant", 100) ?? merchant,
    locale: readText(body, "locale", 35),
    capture: readCaptureMode(body),
    return_url: returnUrl,
    cancel_url: readUrl(body, "cancel_url"),
    status: "requires_action",
    awaiting: "card",
    decline_code: null,
    card: null,
    charge: null,
    authorisation_expires_at: null,
    captures: [],
    released: false,
    captured_amount: "0",
    refunded_amount: "0",
  };
  return { payment, card };
}

/** Minor units as a string of digits without leading zero; null when absent. */
export function readAmount(body: Body): string | null {
  const amount = body["amount"] ?? null;
  if (amount === null) return null;
  if (typeof amount === "string" && /^[1-9]\d{0,14}$/.test(amount)) return amount;
  throw wrong("amount", "must be a string of 1 to 15 digits: minor units, above zero");
}

function refuseMissingAmount(): never {
  throw wrong("amount", "is missing");
}

function refuseMissingReference(): never {
  throw wrong("reference", "is missing");
}

function readCurrency(body: Body): string {
  const currency = body["currency"];
  if (typeof currency === "string" && /^[A-Z]{3}$/.test(currency)) return currency;
  throw wrong("currency", "must be three capital letters (ISO 4217)");
}

function readCaptureMode(body: Body): "automatic" | "manual" {
  const mode = body["capture"] ?? "automatic";
  if (mode === "automatic" || mode === "manual") return mode;
  throw wrong("capture", "must be automatic or manual");
}

function readCardToken(body: Body): TestCard | null {
  const token = body["card_token"] ?? null;
  if (token === null) return null;
  const card = typeof token === "string" ? findCardByToken(token) : null;
  if (card === null) throw wrong("card_token", "is not the token of a test card");
  return card;
}

function readText(body: Body, field: string, longest: number): string | null {
  const value = body[field] ?? null;
  if (value === null) return null;
  if (typeof value === "string" && value.trim() !== "" && value.length <= longest) return value;
  throw wrong(field, `must be text of at most ${longest} characters`);
}

function readUrl(body: Body, field: string): string | null {
  const value = readText(body, field, 2_000);
  if (value === null) return null;
  const scheme = URL.canParse(value) ? new URL(value).protocol : "";
  if (scheme === "https:" || scheme === "http:") return value;
  throw wrong(field, "must be an http or https address");
}

function wrong(field: string, what: string): Refusal {
  return new Refusal(400, "invalid_field", `${field} ${what}.`, field);
}
