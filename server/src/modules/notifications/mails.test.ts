import { describe, expect, it } from "vitest";
import { owner } from "../../../test/support/test-shop.ts";
import { present } from "../../kernel/assert.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { type EventKind, publish } from "../../platform/events.ts";
import { escapeHtml } from "../../platform/html.ts";
import { unseal } from "../../platform/sealed.ts";
import { sql } from "../../platform/sql.ts";
import { cancelOrder, readOrder, refundOrder } from "../desk/contract.ts";
import { parcelShipped } from "../fulfilment/index.ts";
import { parcelShop } from "../fulfilment/testing.ts";
import {
  accountSecured,
  customerSignedUp,
  passwordResetRequested,
  signUpRepeated,
  staffInvited,
} from "../identity/index.ts";
import { orderCancelled, orderPlaced } from "../orders/index.ts";
import { refundSucceeded } from "../payments/index.ts";
import type { MailKind } from "./contract.ts";
import { withLink } from "./secret-link.ts";

const shop = await parcelShop();
const { database, drain, onlyWork, ordered, ship } = shop;
const edge = shop.edge();

interface Mail {
  readonly kind: MailKind;
  readonly recipient: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly state: string;
}

const mailsOf = (orderId: Uuid): Promise<Mail[]> =>
  database.all<Mail>(sql`
    select kind, recipient, subject, html, text, state from notifications.mail
    where order_id = ${orderId} order by id`);

const kindsOf = async (orderId: Uuid) => (await mailsOf(orderId)).map((mail) => mail.kind);

const mailOf = async (orderId: Uuid, kind: MailKind): Promise<Mail> =>
  present(
    (await mailsOf(orderId)).find((mail) => mail.kind === kind),
    `a mail of the kind ${kind}`,
  );

async function tell<P>(event: EventKind<P>, payload: P): Promise<void> {
  await edge.transaction(async (ctx) => publish(ctx, event, payload));
  await drain();
}

/** The newest mail to this address. */
/** The newest mail to this address, with its link as it is sent. */
async function mailTo(recipient: string): Promise<Mail & { secret_link: string | null }> {
  const mail = await database.one<Mail & { secret_link: string | null }>(sql`
    select kind, recipient, subject, html, text, state, secret_link from notifications.mail
    where recipient = ${recipient} order by id desc limit 1`);
  if (mail.secret_link === null) return mail;
  const link = unseal(mail.secret_link);
  return { ...mail, ...withLink(mail, link), secret_link: link };
}

const cancel = (orderId: string, reason: string) =>
  shop.call(cancelOrder, { params: { orderId }, body: { reason }, idempotencyKey: newId() }, owner);

describe("mails about an order", () => {
  it("confirm it, with what was bought and a link that opens its page", async () => {
    const { order, orderId } = await ordered({ quantities: [2, 1] });
    expect(await kindsOf(orderId)).toEqual(["order_confirmation"]);
    const mail = await mailOf(orderId, "order_confirmation");
    expect(mail.subject).toContain(order.number);
    expect(mail.state).toBe("kept");
    for (const words of [mail.html, mail.text]) {
      expect(words).toContain(`/order/${order.linkSecret}`);
      expect(words).toContain("Torstraße 1");
      expect(words).toContain("€199.98");
    }
    expect(mail.text).toContain("2 × Thing");
  });

  it("are written once for each cause, however often it is told", async () => {
    const { order, orderId } = await ordered({ method: "test-card" });
    await ship(await onlyWork(orderId));
    await drain();
    const { id: shipmentId } = await database.one<{ id: Uuid }>(sql`
      select id from fulfilment.shipment where order_id = ${orderId}`);
    await refundOne(order.id);
    const { id: refundId } = await database.one<{ id: Uuid }>(sql`
      select id from payments.refund where order_id = ${orderId}`);
    const once = await kindsOf(orderId);
    expect(once).toEqual(["order_confirmation", "parcel_shipped", "order_refunded"]);
    await tell(orderPlaced, { orderId });
    await tell(parcelShipped, { orderId, shipmentId });
    await tell(refundSucceeded, { orderId, refundId, amountMinor: "9999", currency: "EUR" });
    expect(await kindsOf(orderId)).toEqual(once);
  });

  it("say how to pay by transfer, in German to who shops in German", async () => {
    const { orderId } = await ordered({ method: "bank-transfer" });
    const english = await mailOf(orderId, "payment_instructions");
    expect(english.text).toContain("IBAN: DE89 3704 0044 0532 0130 00");
    await database.run(sql`delete from notifications.mail where order_id = ${orderId}`);
    await database.run(sql`update orders.order set locale = 'de' where id = ${orderId}`);
    await tell(orderPlaced, { orderId });
    const mail = await mailOf(orderId, "payment_instructions");
    expect(mail.subject).toMatch(/^So bezahlen Sie/);
    expect(mail.text).toContain("Verwendungszweck: SO-");
    expect(mail.text).toMatch(/Betrag: [\d.,]+\u00a0€/);
    expect(mail.html).toContain('<html lang="de">');
    expect(mail.text).toContain("/de/order/");
  });

  it("tell of each parcel, a part, then the rest, with where to follow it", async () => {
    const { orderId } = await ordered({ quantities: [2] });
    const work = await onlyWork(orderId);
    const line = work.lines[0]?.id ?? "";
    await ship(work, { lines: [{ line, quantity: 1 }], trackingNumber: "0034123" });
    await drain();
    const first = await mailOf(orderId, "parcel_shipped");
    expect(first.subject).toMatch(/^A part of your order/);
    expect(first.html).toContain("tracking-id=0034123");
    await ship(work, { carrier: "own" });
    await drain();
    const [, , second] = await mailsOf(orderId);
    expect(second?.subject).toMatch(/^The rest of your order/);
    expect(second?.text).toContain("Our own van");
    expect(second?.text).not.toContain("Follow the parcel");
  });

  it("tell of a cancellation in the shopper's words, and are silent on what was never certain", async () => {
    const { order, orderId } = await ordered({ method: "bank-transfer" });
    await cancel(order.id, "not_paid_in_time");
    await drain();
    const mail = await mailOf(orderId, "order_cancelled");
    expect(mail.text).toContain("It was not paid in time.");
    expect(mail.text).not.toContain("not_paid_in_time");
    const other = await ordered();
    await tell(orderCancelled, { orderId: other.orderId, reason: "x", wasPlaced: false });
    expect(await kindsOf(other.orderId)).toEqual(["order_confirmation"]);
  });

  it("tell what comes back and where to", async () => {
    const { order, orderId } = await ordered({ method: "test-card", quantities: [1] });
    await ship(await onlyWork(orderId));
    await drain();
    await refundOne(order.id);
    const mail = await mailOf(orderId, "order_refunded");
    expect(mail.subject).toContain("€99.99");
    expect(mail.text).toContain("card you paid with");
  });

  it("show names as text, whatever they are made of", async () => {
    const { orderId } = await ordered();
    const name = `<img src=x onerror=alert(1)> & "Co"`;
    await database.run(sql`delete from notifications.mail where order_id = ${orderId}`);
    await database.run(sql`
      update orders.order set billing_address = jsonb_set(billing_address, '{name}', to_jsonb(${name}::text)) where id = ${orderId}`);
    await tell(orderPlaced, { orderId });
    const mail = await mailOf(orderId, "order_confirmation");
    expect(mail.html).not.toContain("<img");
    expect(mail.html).toContain(escapeHtml(name));
    expect(mail.text).toContain(name);
  });
});

async function refundOne(orderId: string): Promise<void> {
  const { lines } = await shop.call(readOrder, { params: { orderId } }, owner);
  const body = { reason: "scratched", lines: [{ orderLineId: lines[0]?.id ?? "", quantity: 1 }] };
  await shop.call(refundOrder, { params: { orderId }, body, idempotencyKey: newId() }, owner);
  await drain();
}

describe("mails about an account", () => {
  const expiresAt = "2030-01-02T10:00:00.000Z";

  it("bring the link that opens it, in the language it was asked in", async () => {
    const told = {
      recipient: "new@example.com",
      locale: "de",
      linkPath: "/account/verify?token=abc",
      expiresAt,
    } as const;
    await tell(customerSignedUp, told);
    await tell(customerSignedUp, told);
    const all = await database.all(sql`
      select id from notifications.mail where recipient = ${told.recipient}`);
    expect(all).toHaveLength(1);
    const mail = await mailTo(told.recipient);
    expect(mail.subject).toMatch(/^Eröffnen Sie/);
    expect(mail.secret_link).toMatch(/\/de\/account\/verify\?token=abc$/);
    expect(mail.text).toContain(mail.secret_link);
    expect(mail.text).toContain("02.01.2030");
  });

  it("lead staff to the back office and customers to the shop", async () => {
    const person = { recipient: "kim@example.com", name: "Kim", locale: "de", expiresAt } as const;
    await tell(passwordResetRequested, {
      ...person,
      audience: "staff",
      linkPath: "/admin/reset?token=t1",
    });
    expect((await mailTo(person.recipient)).secret_link).toMatch(/[^e]\/admin\/reset\?token=t1$/);
    await tell(passwordResetRequested, {
      ...person,
      audience: "customer",
      linkPath: "/account/reset?token=t2",
    });
    const mail = await mailTo(person.recipient);
    expect(mail.secret_link).toMatch(/\/de\/account\/reset\?token=t2$/);
    expect(mail.text).toContain("Guten Tag Kim,");
  });

  it("invite with role and host, and tell of what changed", async () => {
    await tell(staffInvited, {
      recipient: "pat@example.com",
      name: "Pat",
      locale: "en",
      linkPath: "/admin/invitation?token=t3",
      expiresAt,
      role: "warehouse",
      invitedBy: "Olive Owner",
    });
    expect((await mailTo("pat@example.com")).text).toContain("Your role there: warehouse.");
    const known = { recipient: "pat@example.com", name: "Pat", locale: "en" } as const;
    await tell(accountSecured, { ...known, audience: "staff", change: "totp_off" });
    const secured = await mailTo("pat@example.com");
    expect([secured.kind, secured.secret_link]).toEqual(["account_secured", null]);
    await tell(signUpRepeated, { ...known, linkPath: "/account/sign-in" });
    expect((await mailTo("pat@example.com")).text).toContain("/account/sign-in");
  });
});
