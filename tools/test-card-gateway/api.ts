import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { changeBehaviour, takeInjection } from "./behaviour.ts";
import { findCardByName } from "./cards.ts";
import type { AnswerFault, Operation as CardOperation, TestCard } from "./cards.ts";
import { runOperation, workOfStep } from "./gateway.ts";
import type { Gateway, Reply, Work } from "./gateway.ts";
import { parseJsonObject, readText, sendJson, sendRefusal, sendReply } from "./http-io.ts";
import { readAmount, readPaymentRequest } from "./payment-request.ts";
import { capture, presentCard, voidPayment } from "./payment.ts";
import type { Payment } from "./payment.ts";
import { refund } from "./refund.ts";
import { Refusal } from "./refusal.ts";
import { chargeView, eventView, paymentView, refundView } from "./views.ts";

/** A POST as it came; `path` and `text` together are what a retry must repeat exactly. */
interface Posted {
  readonly path: string;
  readonly text: string;
  readonly body: Record<string, unknown>;
  readonly key: string;
}

/** Serves `/v1/*` and `/test/*`. Every call needs the API key. */
export async function serveApi(
  gateway: Gateway,
  apiKey: string,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  requireApiKey(request, apiKey);
  if (url.pathname === "/test/behaviour") return serveBehaviour(gateway, request, response);
  if (request.method === "GET") return serveRead(gateway, response, url);
  if (request.method !== "POST") throw new Refusal(405, "method_not_allowed", "GET or POST only.");
  const key = readIdempotencyKey(request);
  const text = await readText(request);
  const posted: Posted = { path: url.pathname, text, body: parseJsonObject(text), key };
  sendReply(response, await write(gateway, posted));
}

function requireApiKey(request: IncomingMessage, apiKey: string): void {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const given = digest(request.headers.authorization ?? "");
  if (timingSafeEqual(given, digest(`Bearer ${apiKey}`))) return;
  throw new Refusal(401, "unauthorised", "The API key is missing or wrong.");
}

function readIdempotencyKey(request: IncomingMessage): string {
  const key = request.headers["idempotency-key"];
  if (typeof key === "string" && key.length > 0 && key.length <= 255) return key;
  const message = "An Idempotency-Key header of at most 255 characters is needed.";
  throw new Refusal(400, "idempotency_key_missing", message);
}

async function serveBehaviour(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === "POST") {
    changeBehaviour(gateway.behaviour, parseJsonObject(await readText(request)));
  }
  sendJson(response, 200, gateway.behaviour);
}

async function serveRead(gateway: Gateway, response: ServerResponse, url: URL): Promise<void> {
  await pause(gateway.behaviour.latency_ms);
  const injection = takeInjection(gateway.behaviour, "read");
  if (injection?.mode === "error") {
    return sendRefusal(response, new Refusal(500, "processor_error", "The processor failed."));
  }
  if (injection !== null) return sendReply(response, { kind: "drop" });
  const body = read(gateway, url);
  // What is shown must not be forgotten by a crash right after.
  await gateway.store.durable();
  sendJson(response, 200, body);
}

function read(gateway: Gateway, url: URL): unknown {
  const { store, publicUrl } = gateway;
  const [, , collection = "", id, part] = url.pathname.split("/");
  const route = [collection, id === undefined ? "" : ":id", part ?? ""].join("/");
  const reference = url.searchParams.get("reference");
  switch (route) {
    case "payments//":
      return { payments: listPayments(gateway, reference).map((p) => paymentView(p, publicUrl)) };
    case "charges//":
      return {
        charges: listPayments(gateway, reference)
          .filter((payment) => payment.charge !== null)
          .map(chargeView),
      };
    case "payments/:id/":
      return paymentView(getPayment(gateway, id), publicUrl);
    case "payments/:id/events":
      return { events: store.listEventsOf(getPayment(gateway, id).id).map(eventView) };
    case "payments/:id/refunds": {
      const paymentId = getPayment(gateway, id).id;
      const made = [...store.refunds.values()].filter((item) => item.payment === paymentId);
      return { refunds: made.map(refundView) };
    }
    case "refunds/:id/": {
      const found = store.refunds.get(id ?? "");
      if (found === undefined) throw new Refusal(404, "not_found", "No such refund.");
      return refundView(found);
    }
    default:
      throw new Refusal(404, "not_found", "No such address.");
  }
}

function listPayments(gateway: Gateway, reference: string | null): Payment[] {
  if (reference === null) return [...gateway.store.payments.values()];
  return gateway.store.listPaymentsByReference(reference);
}

function write(gateway: Gateway, posted: Posted): Promise<Reply> {
  if (posted.path === "/v1/payments") return createPayment(gateway, posted);
  const match = /^\/v1\/payments\/([^/]+)\/(capture|void|refunds)$/.exec(posted.path);
  if (match === null) throw new Refusal(404, "not_found", "No such address.");
  const id = match[1];
  if (match[2] === "capture") return capturePayment(gateway, posted, id);
  if (match[2] === "void") return releasePayment(gateway, posted, id);
  return refundPayment(gateway, posted, id);
}

function createPayment(gateway: Gateway, posted: Posted): Promise<Reply> {
  const now = new Date();
  const { payment, card } = readPaymentRequest(posted.body, gateway.merchant, now);
  const fault = card?.answers?.pay ?? null;
  return runOperation(gateway, operationOf("create", posted, fault), () => {
    const opened = { payment, events: [] };
    const step = card === null ? opened : presentCard(payment, card, now);
    return workOfStep(gateway, step, 201, now);
  });
}

function capturePayment(gateway: Gateway, posted: Posted, id: string | undefined): Promise<Reply> {
  const amount = readAmount(posted.body);
  return runOn(gateway, posted, "capture", id, (payment, card, now) => {
    const step = capture(payment, requireCard(card), amount, now);
    const work = workOfStep(gateway, step, 200, now);
    return step.events.includes("payment.capture_failed") ? refused(work, "capture") : work;
  });
}

function releasePayment(gateway: Gateway, posted: Posted, id: string | undefined): Promise<Reply> {
  return runOn(gateway, posted, "void", id, (payment, card, now) => {
    const step = voidPayment(payment);
    if (card?.refusesVoid !== true) return workOfStep(gateway, step, 200, now);
    return refused(workOfStep(gateway, { payment, events: [] }, 200, now), "void");
  });
}

function refundPayment(gateway: Gateway, posted: Posted, id: string | undefined): Promise<Reply> {
  const amount = readAmount(posted.body);
  return runOn(gateway, posted, "refund", id, (payment, card, now) => {
    if (payment.captures.length === 0) {
      throw new Refusal(409, "nothing_to_refund", "Nothing was captured.");
    }
    const settleAt = new Date(now.getTime() + gateway.behaviour.refund_pending_ms);
    const step = refund(payment, requireCard(card), amount, now, settleAt);
    return workOfStep(gateway, step, 201, now, step.refund);
  });
}

function runOn(
  gateway: Gateway,
  posted: Posted,
  call: CardOperation,
  id: string | undefined,
  perform: (payment: Payment, card: TestCard | null, now: Date) => Work,
): Promise<Reply> {
  const card = cardOf(getPayment(gateway, id));
  const operation = operationOf(call, posted, card?.answers?.[call] ?? null);
  return runOperation(gateway, operation, () => {
    // Read again: latency may have passed since, and another request with it.
    const payment = getPayment(gateway, id);
    return perform(payment, cardOf(payment), new Date());
  });
}

function operationOf(call: CardOperation | "create", posted: Posted, fault: AnswerFault | null) {
  const fingerprint = createHash("sha256").update(`${posted.path}\n${posted.text}`).digest("hex");
  return { call, identity: posted.key, fault, retry: { key: posted.key, fingerprint } };
}

function refused(work: Work, what: "capture" | "void"): Work {
  const error = { code: `${what}_declined`, message: `The issuer refused the ${what}.` };
  return { ...work, status: 402, body: { error, payment: work.body } };
}

function getPayment(gateway: Gateway, id: string | undefined): Payment {
  const payment = gateway.store.payments.get(id ?? "");
  if (payment === undefined) throw new Refusal(404, "not_found", "No such payment.");
  return payment;
}

function cardOf(payment: Payment): TestCard | null {
  return payment.card === null ? null : findCardByName(payment.card.name);
}

function requireCard(card: TestCard | null): TestCard {
  if (card !== null) return card;
  throw new Refusal(409, "payment_not_authorised", "Nobody has paid this payment yet.");
}
