import fc from "fast-check";
import { expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { refusalOf } from "../checkout/examples.ts";
import { checks as all } from "../../app/rooms.ts";
import type { CallInput, Endpoint } from "../../kernel/endpoint.ts";
import { newId } from "../../kernel/ids.ts";
import { parseTypeId, typeId } from "../../kernel/type-id.ts";
import type { Principal } from "../../platform/context.ts";
import { runAudit } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";
import { keyed, setSecret } from "../../platform/secret.ts";
import { listMails, readMail } from "../notifications/contract.ts";
import { seedSettings } from "../settings/index.ts";
import { codeEnd, codeHash, codeOf, typedCode, writtenCode } from "./code.ts";
import * as credit from "./contract.ts";
import { expireCredit } from "./expire-credit.ts";
import { holdCredit } from "./move-credit.ts";

const shop = await testShop({ poolSize: 10 });
await shop.edge().transaction((ctx) => seedSettings(ctx));
const euros = (minor: number) => ({ minor: String(minor), currency: "EUR" }) as const;

const asStaff = <E extends Endpoint>(endpoint: E, input: CallInput<E>) =>
  shop.call(endpoint, { idempotencyKey: newId(), ...input }, owner);

async function card(minor: number, more: object = {}) {
  const made = await asStaff(credit.issueGiftCard, {
    body: { amount: euros(minor), reason: "a gesture", ...more },
  });
  return { ...made, uuid: parseTypeId("gift_card", made.id) ?? "" };
}

async function offencesOf(id: string): Promise<number> {
  const results = await runAudit(
    shop.database,
    all.filter((each) => each.id === id),
  );
  return results[0]?.offences.length ?? -1;
}

async function customer(): Promise<Principal & { readonly kind: "customer" }> {
  const id = newId();
  await shop.database.run(sql`
    insert into customers.customer (id, email, name, created_at)
    values (${id}, ${`${id}@example.com`}, 'Cora', now())`);
  return { kind: "customer", customerId: id, name: "Cora" };
}

test("a code is read in any case and grouping, and nothing else is one", () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), fc.boolean(), fc.boolean(), (id, lower, dashes) => {
      const code = codeOf(id);
      const written = dashes ? writtenCode(code) : ` ${code} `;
      expect(typedCode(lower ? written.toLowerCase() : written)).toBe(code);
      expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{16}$/);
      expect(codeHash(code)).not.toContain(codeEnd(code));
    }),
  );
  for (const text of ["", "ABCD", "O".repeat(16), `${"A".repeat(16)}A`, "ABCD-EFGH-JKMN-PQR1"]) {
    expect(typedCode(text)).toBeNull();
  }
});

test("neither database nor replies keep a code; staff see it once, and the mail shows it when it is sent", async () => {
  const { id, uuid } = await card(5_000, {
    recipientEmail: "Rosa@Example.com",
    recipientName: "Rosa",
    message: "Happy <b>birthday</b>",
    locale: "de",
  });
  const { code } = await asStaff(credit.showGiftCardCode, { params: { id } });
  expect(typedCode(code)).toBe(codeOf(uuid));
  const again = asStaff(credit.showGiftCardCode, { params: { id } });
  expect((await refusalOf(again)).code).toBe("gift_card_code_shown");
  await shop.drainJobs();
  const { items } = await asStaff(listMails, { query: { kind: "gift_card" } });
  expect(items[0]).toMatchObject({ recipient: "rosa@example.com", state: "kept" });
  const read = await asStaff(readMail, { params: { id: items[0]?.id ?? "" } });
  expect(read.text).toContain(code);
  expect(read.html).toContain("Happy &lt;b&gt;birthday");
  const { rows } = await shop.database.pool.query<{ said: string }>(
    `select (select string_agg(m::text, '') from notifications.mail m) ||
            (select string_agg(k::text, '') from platform.idempotency_key k) ||
            (select string_agg(e::text, '') from platform.event e) ||
            (select string_agg(t::text, '') from platform.audit_trail t) ||
            (select string_agg(a::text, '') from credit.account a) as said`,
  );
  for (const secret of [code, code.replaceAll("-", "")])
    expect(rows[0]?.said).not.toContain(secret);
  await asStaff(credit.mailGiftCard, { params: { id } });
  await shop.drainJobs();
  expect((await asStaff(listMails, { query: { kind: "gift_card" } })).items).toHaveLength(2);
  const nobody = await card(1_000);
  const mailed = asStaff(credit.mailGiftCard, { params: { id: nobody.id } });
  expect((await refusalOf(mailed)).code).toBe("gift_card_no_recipient");
});

test("under another secret no code is found and none is mailed", () => {
  const id = newId();
  const before = [codeOf(id), keyed("gift card", "X").toString("hex")];
  setSecret("another secret");
  expect([codeOf(id), keyed("gift card", "X").toString("hex")]).not.toEqual(before);
  setSecret("a secret for tests only");
  expect(codeOf(id)).toBe(before[0]);
});

test("an address has five tries of codes, then one each twelve seconds; a good code is told its balance", async () => {
  const { id } = await card(7_500);
  const { code } = await asStaff(credit.showGiftCardCode, { params: { id } });
  const from = (clientAddress: string, typed: string) =>
    shop.call(credit.checkGiftCard, { body: { code: typed } }, undefined, { clientAddress });
  expect(await from("10.1.0.1", code.toLowerCase())).toEqual({
    codeEnd: code.slice(-4),
    balance: euros(7_500),
    expiresOn: null,
  });
  for (let index = 0; index < 5; index += 1) {
    const wrong = from("10.1.0.2", `ABCD-EFGH-JKMN-PQR${index + 2}`);
    expect((await refusalOf(wrong)).code).toBe("gift_card_unknown");
  }
  expect((await refusalOf(from("10.1.0.2", code))).code).toBe("too_many_codes");
  await asStaff(credit.blockGiftCard, { params: { id }, body: { blocked: true, reason: "lost" } });
  expect((await refusalOf(from("10.1.0.3", code))).code).toBe("gift_card_unknown");
});

test("staff adjust what is not held, and find a card by its end or recipient", async () => {
  const { id, uuid, codeEnd: end } = await card(4_000, { recipientEmail: "find.me@example.com" });
  await shop
    .edge()
    .transaction((ctx) =>
      holdCredit(ctx, [
        { accountId: uuid, amountMinor: 1_500n, causeId: newId(), orderId: newId() },
      ]),
    );
  const adjust = (minor: number) =>
    asStaff(credit.adjustGiftCard, { params: { id }, body: { amount: euros(minor), reason: "r" } });
  const { code, details } = await refusalOf(adjust(-2_501));
  expect([code, details]).toEqual(["credit_too_low", { available: "2500" }]);
  expect(await adjust(-2_500)).toMatchObject({ balance: euros(1_500), held: euros(1_500) });
  expect(await adjust(500)).toMatchObject({ balance: euros(2_000), state: "active" });
  for (const search of [end, `xxxx-${end.toLowerCase()}`, "FIND.me"]) {
    const { items } = await asStaff(credit.listGiftCards, { query: { search } });
    expect(items.map((each) => each.id)).toContain(id);
  }
  const first = await asStaff(credit.listGiftCards, { query: { limit: 2 } });
  const rest = await asStaff(credit.listGiftCards, { query: { after: first.next ?? "" } });
  expect(first.items.map((each) => each.id)).not.toContain(rest.items[0]?.id);
  // This hold belongs to no attempt of any order: only the check that compares the two minds.
  expect([await offencesOf("I10-credit"), await offencesOf("I11-credit")]).toEqual([0, 0]);
  expect(await offencesOf("I4-credit")).toBe(1);
});

test("what is left on a card whose last day is over becomes income; what is held waits", async () => {
  const { id, uuid } = await card(3_000, { expiresOn: "2099-12-31" });
  await shop.database.run(
    sql`update credit.account set expires_on = '2020-01-01' where id = ${uuid}`,
  );
  await shop.edge().transaction((ctx) => expireCredit(ctx, uuid));
  await shop.edge().transaction((ctx) => expireCredit(ctx, uuid));
  const read = await asStaff(credit.getGiftCard, { params: { id } });
  expect(read).toMatchObject({ balance: euros(0), state: "expired" });
  expect(read.movements.map(({ kind }) => kind)).toEqual(["expired", "issued"]);
  const { income } = await shop.database.one<{ income: bigint }>(sql`
    select -sum(p.amount_minor)::bigint as income from ledger.posting p
    join ledger.account a on a.code = p.account and a.role = 'unredeemed_credit'`);
  expect(income).toBe(3_000n);
  const late = asStaff(credit.issueGiftCard, {
    body: { amount: euros(100), reason: "late", expiresOn: "2020-01-01" },
  });
  expect((await refusalOf(late)).code).toBe("bad_request");
  expect(await offencesOf("I11-credit")).toBe(0);
});

test("a customer has store credit by currency, given and taken with a reason, and sees it", async () => {
  const cora = await customer();
  const params = { customerId: typeId("customer", cora.customerId) };
  const give = (minor: number, currency: "EUR" | "USD" = "EUR") =>
    asStaff(credit.adjustCustomerCredit, {
      params,
      body: { amount: { minor: String(minor), currency }, reason: "a late parcel" },
    });
  expect((await refusalOf(give(-1))).code).toBe("credit_too_low");
  await give(2_000);
  await give(500, "USD");
  const after = await give(-500);
  expect(after.accounts.map(({ available }) => available)).toEqual([
    euros(1_500),
    { minor: "500", currency: "USD" },
  ]);
  expect(after.accounts[0]?.movements).toMatchObject([
    { kind: "adjusted", amount: euros(-500), reason: "a late parcel", actor: "staff:Olive Owner" },
    { kind: "adjusted", amount: euros(2_000) },
  ]);
  expect(await shop.call(credit.getOwnCredit, {}, cora)).toHaveLength(2);
  expect(await shop.call(credit.getOwnCredit, {}, await customer())).toEqual([]);
  const nobody = { customerId: typeId("customer", newId()) };
  const unknown = asStaff(credit.getCustomerCredit, { params: nobody });
  expect((await refusalOf(unknown)).code).toBe("not_found");
});

test("a hundred holds at once never promise more than there is; the database has the last word", async () => {
  const { uuid } = await card(1_000);
  const tries = await Promise.allSettled(
    Array.from({ length: 100 }, () =>
      shop
        .edge()
        .transaction((ctx) =>
          holdCredit(ctx, [
            { accountId: uuid, amountMinor: 300n, causeId: newId(), orderId: newId() },
          ]),
        ),
    ),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  const forced = sql`update credit.account set held_minor = 1001 where id = ${uuid}`;
  await expect(shop.database.run(forced)).rejects.toThrow(/check constraint/);
});

test("a balance that no movement made is caught, and books that say otherwise", async () => {
  const { uuid } = await card(2_000);
  expect([await offencesOf("I10-credit"), await offencesOf("I11-credit")]).toEqual([0, 0]);
  await shop.database.run(sql`update credit.account set balance_minor = 2500 where id = ${uuid}`);
  expect([await offencesOf("I10-credit"), await offencesOf("I11-credit")]).toEqual([1, 1]);
  await shop.database.run(sql`update credit.account set balance_minor = 2000 where id = ${uuid}`);
  const erased = shop.database.run(sql`delete from credit.movement where account_id = ${uuid}`);
  await expect(erased).rejects.toThrow(/append-only/);
});
