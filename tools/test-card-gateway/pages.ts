import type { IncomingMessage, ServerResponse } from "node:http";
import { checkCardEntry } from "./card-entry.ts";
import type { CardEntry } from "./card-entry.ts";
import { cardPage, emptyEntry, entryOf } from "./card-page.ts";
import { findCardByName, findCardByNumber, groupDigits } from "./cards.ts";
import type { TestCard } from "./cards.ts";
import { challengePage } from "./challenge-page.ts";
import { runOperation, workOfStep } from "./gateway.ts";
import type { Gateway, Operation, Reply } from "./gateway.ts";
import { readText, redirect } from "./http-io.ts";
import { chooseLocale } from "./messages.ts";
import type { Locale } from "./messages.ts";
import { noticePage } from "./notice-page.ts";
import { sendPage } from "./page-layout.ts";
import { answerChallenge, cancelByShopper, presentCard } from "./payment.ts";
import type { Payment, Step } from "./payment.ts";

/** One click of the shopper: where it came from and where its answer goes. */
interface Visit {
  readonly gateway: Gateway;
  readonly response: ServerResponse;
  readonly payment: Payment;
  readonly locale: Locale;
}

/** Serves `/pay/:id` and what its forms post to. Knowing the unguessable id is the permission. */
export async function servePage(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, , id = "", part = ""] = url.pathname.split("/");
  const payment = gateway.store.payments.get(id) ?? null;
  const language = request.headers["accept-language"] ?? "";
  const locale = chooseLocale(url.searchParams.get("locale"), payment?.locale ?? null, language);
  const posted = request.method === "POST";
  const known = posted ? ["", "authentication", "cancellation"].includes(part) : part === "";
  if (payment === null || !known) {
    return sendPage(response, 404, noticePage("notFound", locale, null));
  }
  const visit: Visit = { gateway, response, payment, locale };
  // A second click, the back button or a resent form lands here: nothing is done again.
  if (payment.awaiting === null) return leadBack(visit, payment);
  if (!posted) return showPage(visit, url.searchParams.get("card"));
  const form = new URLSearchParams(await readText(request));
  if (part === "cancellation") return cancel(visit);
  if (part === "authentication") return decide(visit, form.get("decision") === "approve");
  return submitCard(visit, readEntry(form));
}

function showPage({ response, payment, locale }: Visit, cardName: string | null): void {
  if (payment.awaiting === "authentication") {
    return sendPage(response, 200, challengePage(payment, locale));
  }
  const card = cardName === null ? null : findCardByName(cardName);
  const entry = card === null ? emptyEntry : entryOf(card);
  sendPage(response, 200, cardPage(payment, locale, entry, {}));
}

async function submitCard(visit: Visit, entry: CardEntry): Promise<void> {
  const checked = checkCardEntry(entry, new Date());
  if (checked.card === null) {
    const page = cardPage(visit.payment, visit.locale, entryToShow(entry), checked.faults);
    return sendPage(visit.response, 422, page);
  }
  const { card } = checked;
  // Behind a challenge the faults of the line wait until the issuer is asked.
  const fault = card.authentication === undefined ? (card.answers?.pay ?? null) : null;
  await run(visit, card, { call: "pay", fault }, (payment, now) => presentCard(payment, card, now));
}

async function decide(visit: Visit, approved: boolean): Promise<void> {
  const card = findCardByName(visit.payment.card?.name ?? "");
  if (visit.payment.awaiting !== "authentication" || card === null) return showPage(visit, null);
  const fault = card.answers?.pay ?? null;
  await run(visit, card, { call: "pay", fault }, (payment, now) =>
    answerChallenge(payment, card, approved, now),
  );
}

async function cancel(visit: Visit): Promise<void> {
  await run(visit, null, { call: "pay", fault: null }, cancelByShopper);
}

async function run(
  visit: Visit,
  card: TestCard | null,
  asked: Pick<Operation, "call" | "fault">,
  step: (payment: Payment, now: Date) => Step,
): Promise<void> {
  const { gateway, payment } = visit;
  const operation: Operation = { ...asked, identity: `page:${payment.id}`, retry: null };
  const reply = await runOperation(gateway, operation, () => {
    const current = gateway.store.payments.get(payment.id) ?? payment;
    const now = new Date();
    // Another click came first: keep what it did and only lead on.
    const done = current.awaiting === payment.awaiting ? step(current, now) : unchanged(current);
    return workOfStep(gateway, done, 200, now);
  });
  sendPageReply(visit, card, reply);
}

function unchanged(payment: Payment): Step {
  return { payment, events: [] };
}

function sendPageReply(visit: Visit, card: TestCard | null, reply: Reply): void {
  const { gateway, response, payment, locale } = visit;
  const address = `/pay/${payment.id}?locale=${locale}`;
  if (reply.kind === "drop") {
    response.socket?.destroy();
    return;
  }
  if (reply.status >= 500) {
    const again = card === null ? address : `${address}&card=${card.name}`;
    return sendPage(response, reply.status, noticePage("processorError", locale, again));
  }
  const current = gateway.store.payments.get(payment.id) ?? payment;
  if (current.awaiting === null) return leadBack(visit, current);
  redirect(response, address);
}

/** To the shop, which learns the payment's id and asks the API what came of it. */
function leadBack({ response, locale }: Visit, payment: Payment): void {
  const cancelled = payment.status === "cancelled";
  const target = (cancelled ? payment.cancel_url : null) ?? payment.return_url;
  if (target === null) return sendPage(response, 200, noticePage("finished", locale, null));
  const url = new URL(target);
  url.searchParams.set("payment", payment.id);
  redirect(response, url.href);
}

function readEntry(form: URLSearchParams): CardEntry {
  const read = (name: string) => form.get(name) ?? "";
  return { number: read("number"), expiry: read("expiry"), cvc: read("cvc"), name: read("name") };
}

/** The security code is asked again, and a number that is no test card is not repeated. */
function entryToShow(entry: CardEntry): CardEntry {
  const card = findCardByNumber(entry.number.replace(/[\s-]/g, ""));
  return { ...entry, number: card === null ? "" : groupDigits(card.number), cvc: "" };
}
