/**
 * The cards this gateway knows. Each one is a story: what the issuer says, and what goes wrong on
 * the line. The same story is told by number (hosted page) and by token (`card_token` of the API).
 * Tests and the storefront's demo hint read this table, so it holds nothing but data.
 */
export type Operation = "pay" | "capture" | "void" | "refund";

/**
 * How an answer goes astray.
 * slow: given late. hang: the work is done, the connection dies without an answer.
 * drop_once: the first try dies and nothing is done. error_once: the first try gets a 500, nothing done.
 */
export type AnswerFault = "slow" | "hang" | "drop_once" | "error_once";

/** late and reordered delay events; lost never sends them; before_answer sends first, answers after. */
export type WebhookFault = "duplicated" | "reordered" | "before_answer" | "late" | "lost";

export type DeclineCode =
  | "card_declined"
  | "insufficient_funds"
  | "expired_card"
  | "authentication_failed";

export type CardGroup = "everyday" | "connection" | "webhooks" | "afterwards";

export interface TestCard {
  readonly name: string;
  /** Sixteen digits with a valid check digit; no real card has it. */
  readonly number: string;
  readonly group: CardGroup;
  readonly label: { readonly en: string; readonly de: string };
  readonly decline?: DeclineCode;
  /** approvable: the shopper decides on the challenge page. hopeless: approving fails as well. */
  readonly authentication?: "approvable" | "hopeless";
  readonly answers?: { readonly [operation in Operation]?: AnswerFault };
  readonly webhooks?: WebhookFault;
  readonly refusesCapture?: boolean;
  readonly refusesVoid?: boolean;
  readonly refund?: "declined" | "pending" | "pending_then_declined";
  /** How long the authorisation can be captured; seven days unless said. */
  readonly authorisationSeconds?: number;
}

export const testCards: readonly TestCard[] = [
  {
    name: "approved",
    number: "4242424242424242",
    group: "everyday",
    label: { en: "Approved", de: "Genehmigt" },
  },
  {
    name: "authentication_required",
    number: "4000002500003155",
    group: "everyday",
    label: { en: "Asks you to authenticate", de: "Verlangt eine Bestätigung" },
    authentication: "approvable",
  },
  {
    name: "authentication_fails",
    number: "4000008400001629",
    group: "everyday",
    label: { en: "Authentication always fails", de: "Bestätigung schlägt immer fehl" },
    authentication: "hopeless",
  },
  {
    name: "declined",
    number: "4000000000000002",
    group: "everyday",
    label: { en: "Declined", de: "Abgelehnt" },
    decline: "card_declined",
  },
  {
    name: "insufficient_funds",
    number: "4000000000009995",
    group: "everyday",
    label: { en: "Insufficient funds", de: "Konto nicht gedeckt" },
    decline: "insufficient_funds",
  },
  {
    name: "expired",
    number: "4000000000000069",
    group: "everyday",
    label: { en: "Expired, says the bank", de: "Laut Bank abgelaufen" },
    decline: "expired_card",
  },
  {
    name: "slow",
    number: "4000000101000018",
    group: "connection",
    label: { en: "Approved, but slowly", de: "Genehmigt, aber langsam" },
    answers: { pay: "slow" },
  },
  {
    name: "timeout_succeeded",
    number: "4000000102000025",
    group: "connection",
    label: { en: "Charged, answer never arrives", de: "Belastet, Antwort kommt nie an" },
    answers: { pay: "hang" },
  },
  {
    name: "timeout_silent",
    number: "4000000103000032",
    group: "connection",
    label: {
      en: "Charged, neither answer nor webhook",
      de: "Belastet, weder Antwort noch Webhook",
    },
    answers: { pay: "hang" },
    webhooks: "lost",
  },
  {
    name: "timeout_lost",
    number: "4000000104000049",
    group: "connection",
    label: {
      en: "Connection drops first, then approved",
      de: "Verbindung bricht erst ab, dann genehmigt",
    },
    answers: { pay: "drop_once" },
  },
  {
    name: "error_once",
    number: "4000000105000055",
    group: "connection",
    label: { en: "Error first, then approved", de: "Erst ein Fehler, dann genehmigt" },
    answers: { pay: "error_once" },
  },
  {
    name: "webhook_duplicated",
    number: "4000000106000062",
    group: "webhooks",
    label: { en: "Each webhook three times", de: "Jeder Webhook dreifach" },
    webhooks: "duplicated",
  },
  {
    name: "webhook_reordered",
    number: "4000000107000079",
    group: "webhooks",
    label: { en: "Webhooks in the wrong order", de: "Webhooks in falscher Reihenfolge" },
    webhooks: "reordered",
  },
  {
    name: "webhook_before_answer",
    number: "4000000108000086",
    group: "webhooks",
    label: { en: "Webhook before the answer", de: "Webhook vor der Antwort" },
    webhooks: "before_answer",
  },
  {
    name: "webhook_late",
    number: "4000000109000093",
    group: "webhooks",
    label: { en: "Webhooks arrive late", de: "Webhooks kommen spät" },
    webhooks: "late",
  },
  {
    name: "webhook_lost",
    number: "4000000110000108",
    group: "webhooks",
    label: { en: "Webhooks never arrive", de: "Webhooks kommen nie an" },
    webhooks: "lost",
  },
  {
    name: "capture_declined",
    number: "4000000111000115",
    group: "afterwards",
    label: { en: "Capture is refused", de: "Einzug wird abgelehnt" },
    refusesCapture: true,
  },
  {
    name: "capture_timeout",
    number: "4000000112000122",
    group: "afterwards",
    label: { en: "Capture works, answer is lost", de: "Einzug klappt, Antwort geht verloren" },
    answers: { capture: "hang" },
  },
  {
    name: "capture_error_once",
    number: "4000000113000139",
    group: "afterwards",
    label: { en: "Capture errs first, then works", de: "Einzug klappt erst beim zweiten Mal" },
    answers: { capture: "error_once" },
  },
  {
    name: "void_declined",
    number: "4000000114000146",
    group: "afterwards",
    label: { en: "Void is refused", de: "Storno wird abgelehnt" },
    refusesVoid: true,
  },
  {
    name: "void_timeout",
    number: "4000000115000152",
    group: "afterwards",
    label: { en: "Void works, answer is lost", de: "Storno klappt, Antwort geht verloren" },
    answers: { void: "hang" },
  },
  {
    name: "refund_declined",
    number: "4000000116000169",
    group: "afterwards",
    label: { en: "Refund is refused", de: "Erstattung wird abgelehnt" },
    refund: "declined",
  },
  {
    name: "refund_pending",
    number: "4000000117000176",
    group: "afterwards",
    label: { en: "Refund takes a while", de: "Erstattung dauert eine Weile" },
    refund: "pending",
  },
  {
    name: "refund_pending_declined",
    number: "4000000118000183",
    group: "afterwards",
    label: {
      en: "Refund takes a while, then fails",
      de: "Erstattung dauert und schlägt dann fehl",
    },
    refund: "pending_then_declined",
  },
  {
    name: "refund_timeout",
    number: "4000000119000190",
    group: "afterwards",
    label: {
      en: "Refund works, answer is lost",
      de: "Erstattung klappt, Antwort geht verloren",
    },
    answers: { refund: "hang" },
  },
  {
    name: "refund_error_once",
    number: "4000000120000205",
    group: "afterwards",
    label: {
      en: "Refund errs first, then works",
      de: "Erstattung klappt erst beim zweiten Mal",
    },
    answers: { refund: "error_once" },
  },
  {
    name: "expires_soon",
    number: "4000000121000212",
    group: "afterwards",
    label: {
      en: "Authorisation lasts one hour",
      de: "Autorisierung gilt nur eine Stunde",
    },
    authorisationSeconds: 3600,
  },
];

/** The `card_token` that tells a card's story without the hosted page. */
export function cardToken(card: TestCard): string {
  return `tok_${card.name}`;
}

export function findCardByToken(token: string): TestCard | null {
  return testCards.find((card) => cardToken(card) === token) ?? null;
}

export function findCardByNumber(number: string): TestCard | null {
  return testCards.find((card) => card.number === number) ?? null;
}

export function findCardByName(name: string): TestCard | null {
  return testCards.find((card) => card.name === name) ?? null;
}

/** `4242 4242 4242 4242`, as it is printed on the plastic. */
export function groupDigits(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, "$1 ");
}
