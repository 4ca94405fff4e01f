import { describe, expect, it } from "vitest";
import { runAudit } from "../../platform/audit.ts";
import { toStatement } from "../../platform/sql.ts";
import { checks } from "./audit.ts";
import { requestRefund } from "./index.ts";
import { paymentShop } from "./testing.ts";

const { database, paying, edge, drain } = await paymentShop();

async function offended(): Promise<string[]> {
  const results = await runAudit(database, checks);
  return results.filter((each) => each.offences.length > 0).map((each) => each.id);
}

const one = (table: string, condition = "true") =>
  `(select id from ${table} where ${condition} order by id limit 1)`;
const captured = one("payments.attempt", "captured_minor > 0");

describe("the audit of payments", () => {
  it("finds nothing where nothing is wrong", async () => {
    const { orderId } = await paying("tok_approved", { captureMoment: "at_order" });
    await paying("tok_approved");
    await paying("tok_declined");
    const refund = {
      orderId,
      purpose: "surplus",
      reason: "x",
      lines: [],
      amountMinor: 500n,
    } as const;
    await edge.transaction((ctx) => requestRefund(ctx, refund));
    await drain();
    expect(await offended()).toEqual([]);
  });

  it.each<[string, string[], string]>([
    [
      "an order that says more was captured",
      ["I4-orders"],
      `update orders.order set captured_minor = captured_minor + 1 where captured_minor > 0`,
    ],
    [
      "an order that says something was authorised",
      ["I4-orders"],
      `update orders.order set authorised_minor = 5 where authorised_minor = 0`,
    ],
    [
      "an attempt that is not the sum of its operations",
      ["I4-attempts"],
      `update payments.attempt set refunded_minor = refunded_minor + 1 where id = ${captured}`,
    ],
    [
      "a capture without a journal entry",
      ["I4-orders", "I4-attempts", "I4-ledger", "I11-clearing"],
      `insert into payments.operation (id, attempt_id, kind, amount_minor, state, cause_type, cause_id, created_at, changed_at)
       values (gen_random_uuid(), ${captured}, 'capture', 7, 'succeeded', 'x', gen_random_uuid(), now(), now())`,
    ],
    [
      "a journal entry without a capture",
      ["I4-ledger", "I11-clearing"],
      `with e as (insert into ledger.entry (id, cause_type, cause_id, description, business_date, posted_at)
         values (gen_random_uuid(), 'capture', gen_random_uuid(), '', '2030-01-01', now()) returning id)
       insert into ledger.posting (entry_id, position, account, currency, amount_minor)
       select id, 1, '1200-test-card', 'EUR', 100 from e union all select id, 2, '2000', 'EUR', -100 from e`,
    ],
    [
      "an attempt that took more than was asked for",
      ["I4-attempts", "I7"],
      `alter table payments.attempt drop constraint attempt_check;
       update payments.attempt set captured_minor = amount_minor + 1 where id = ${captured}`,
    ],
    [
      "two attempts that are one payment at the provider",
      ["I7"],
      `drop index payments.attempt_provider_ref;
       update payments.attempt set provider_ref = (select min(provider_ref) from payments.attempt)`,
    ],
    [
      "a webhook that was acknowledged and that nobody will read",
      ["I9-webhooks"],
      `insert into payments.webhook (provider, event_id, payload, received_at) values ('test-card', 'lost', '{}', now())`,
    ],
    [
      "a line of a bank statement that paid nothing",
      ["I9-bank-lines"],
      `insert into payments.bank_line
         (id, fingerprint, booked_on, amount_minor, currency, reference, state, imported_at, imported_by)
       values (gen_random_uuid(), 'f', '2030-01-01', 100, 'EUR', 'SO-1', 'matched', now(), 'x')`,
    ],
    [
      "an order that nobody was ever asked to pay",
      ["I9-payments"],
      `delete from payments.attempt where phase = 'failed'`,
    ],
    [
      "a refund of more than was paid",
      ["I10-refunds"],
      `update payments.refund set amount_minor = 100000000, net_minor = 100000000 - tax_minor`,
    ],
    [
      "a line that says it was refunded",
      ["I10-refund-lines"],
      `update orders.line set refunded_net_minor = 1 where id = ${one("orders.line")}`,
    ],
  ])("finds %s", async (_, ids, damage) => {
    const client = await database.pool.connect();
    try {
      await client.query("begin");
      await client.query(damage);
      const broken = [];
      for (const { id, query: check } of checks) {
        const { text, values } = toStatement(check);
        if ((await client.query(text, values)).rows.length > 0) broken.push(id);
      }
      expect(broken).toEqual(ids);
    } finally {
      await client.query("rollback");
      client.release();
    }
    expect(await offended()).toEqual([]);
  });
});
