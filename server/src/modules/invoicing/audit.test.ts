import { describe, expect, it } from "vitest";
import { runAudit } from "../../platform/audit.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { parcelShop } from "../fulfilment/testing.ts";
import { checks } from "./audit.ts";

const shop = await parcelShop();
const cash = await shop.ordered();
await shop.ship(await shop.onlyWork(cash.orderId));
const card = await shop.ordered({ method: "test-card" });
await shop.ship(await shop.onlyWork(card.orderId));
await shop.drain();

/** The checks that notice what the statements do to sound data, which is put back afterwards. */
async function noticedAfter(...harm: readonly Sql[]): Promise<string[]> {
  const noticed: string[] = [];
  const undo = new Error("undo");
  await shop
    .edge()
    .transaction(async ({ db }) => {
      await db.run(sql`set local session_replication_role = replica`);
      for (const each of harm) await db.run(each);
      const results = await runAudit(db, checks);
      noticed.push(...results.filter(({ offences }) => offences.length > 0).map(({ id }) => id));
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return noticed;
}

const ofRole = (role: string) =>
  sql`account in (select code from ledger.account where role = ${role})`;

describe("the audit of documents", () => {
  it("finds nothing to say of sound data", async () => {
    expect(await noticedAfter()).toEqual([]);
  });

  it.each<[string, string, Sql]>([
    [
      "a number that was left out",
      "I12-numbers",
      sql`update invoicing.document set number = number + 1 where number = (select max(number) from invoicing.document)`,
    ],
    [
      "a number that was taken and not used",
      "I12-numbers",
      sql`update invoicing.number_series set last_number = last_number + 1`,
    ],
    [
      "a document that disappeared",
      "I12-numbers",
      sql`delete from invoicing.document where order_id = ${cash.orderId}`,
    ],
    [
      "a document that is more than its tax lines",
      "I11-documents",
      sql`update invoicing.document_tax set net_minor = net_minor - 1`,
    ],
    [
      "a document without its journal entry",
      "I11-documents",
      sql`delete from ledger.entry where cause_type = 'document'`,
    ],
    [
      "tax that was booked otherwise",
      "I11-vat",
      sql`update ledger.posting set amount_minor = amount_minor - 1 where ${ofRole("vat")}`,
    ],
    [
      "tax of another country",
      "I11-vat",
      sql`update invoicing.document_tax set jurisdiction = 'FR' where position = 1`,
    ],
    [
      "a line that thinks more was invoiced",
      "I11-invoiced",
      sql`update orders.line set invoiced_net_minor = invoiced_net_minor + 1 where order_id = ${card.orderId}`,
    ],
    [
      "a claim that nobody booked",
      "I11-receivables",
      sql`update invoicing.document set gross_minor = gross_minor + 1, net_minor = net_minor + 1`,
    ],
    [
      "money that settled nothing",
      "I11-receivables",
      sql`delete from ledger.posting where ${ofRole("prepayments")} and amount_minor < 0`,
    ],
    [
      "cash that a carrier owes and no parcel explains",
      "I11-cash-on-delivery",
      sql`update ledger.posting set amount_minor = amount_minor + 1 where ${ofRole("cash_on_delivery")}`,
    ],
  ])("sees %s", async (_, check, harm) => {
    expect(await noticedAfter(harm)).toContain(check);
  });
});
