import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import { runAudit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { accountName, accounts, clearingAccount, vatAccount } from "./accounts.ts";
import { checks } from "./audit.ts";
import { applyPrepayments, openBalance } from "./balances.ts";
import { credit, debit, tidyPostings } from "./entry.ts";
import { type NewEntry, postEntry } from "./post-entry.ts";
import { listEntries } from "./reading/list-entries.ts";
import { reverseEntry } from "./reverse-entry.ts";

const shop = await testShop({ poolSize: 24 });
const edge = shop.edge();
const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => edge.transaction(work);
const eur = (minor: bigint) => money(minor, "EUR");

function anEntry(change: Partial<NewEntry> = {}): NewEntry {
  return {
    causeType: "capture",
    causeId: newId(),
    description: "Paid by card",
    postings: [
      debit(clearingAccount("test-card"), eur(11900n)),
      credit(accounts.prepayments, eur(11900n)),
    ],
    ...change,
  };
}

async function postingsOf(entryId: Uuid) {
  return shop.database.all<{ account: string; amount_minor: bigint }>(sql`
    select account, amount_minor from ledger.posting where entry_id = ${entryId} order by position`);
}

describe("posting an entry", () => {
  it("writes it with its accounts in one round trip", async () => {
    await within((ctx) => postEntry(ctx, anEntry())); // warms the settings
    const entry = anEntry({
      postings: [
        debit(accounts.receivables, eur(11900n)),
        credit(accounts.revenue_goods, eur(10000n)),
        credit(vatAccount("DE", "19.0000"), eur(1900n)),
      ],
    });
    let entryId: Uuid | null = null;
    const trips = await shop.roundTrips(async () => {
      ({ entryId } = await within((ctx) => postEntry(ctx, entry)));
    });
    expect(trips.filter((text) => text.includes("ledger."))).toHaveLength(1);
    expect(await postingsOf(entryId ?? "")).toEqual([
      { account: "1100", amount_minor: 11900n },
      { account: "4000", amount_minor: -10000n },
      { account: "2200-DE-19", amount_minor: -1900n },
    ]);
  });

  it("happens once for each cause, however often and by however many it is asked for", async () => {
    const entry = anEntry();
    const posted = await Promise.all(
      Array.from({ length: 20 }, () => within((ctx) => postEntry(ctx, entry))),
    );
    expect(new Set(posted.map(({ entryId }) => entryId)).size).toBe(1);
    expect(posted.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(await postingsOf(posted[0]?.entryId ?? "")).toHaveLength(2);
  });

  it("refuses what does not balance, in the program and in the database", async () => {
    const postings = [debit(accounts.bank, eur(2n)), credit(accounts.opening, eur(1n))];
    await expect(within((ctx) => postEntry(ctx, anEntry({ postings })))).rejects.toThrow(
      "the entry balances in EUR, not off by 1",
    );
    const { entryId } = await within((ctx) => postEntry(ctx, anEntry()));
    await expect(
      within(({ db }) =>
        db.run(sql`
          insert into ledger.posting (entry_id, position, account, currency, amount_minor)
          values (${entryId}, 9, '2000', 'EUR', 5)`),
      ),
    ).rejects.toThrow("does not balance");
  });

  it("balances each currency by itself", () => {
    const postings = [debit(accounts.bank, eur(5n)), credit(accounts.opening, money(5n, "USD"))];
    expect(() => tidyPostings(postings)).toThrow("balances in EUR");
  });

  it("writes nothing when every amount is zero", async () => {
    const postings = [debit(accounts.bank, eur(0n)), credit(accounts.opening, eur(0n))];
    expect(await within((ctx) => postEntry(ctx, anEntry({ postings })))).toEqual({
      entryId: null,
      fresh: false,
    });
  });

  it("cannot be changed or removed afterwards", async () => {
    await within((ctx) => postEntry(ctx, anEntry()));
    for (const harm of [
      sql`update ledger.posting set amount_minor = 1`,
      sql`delete from ledger.entry`,
    ]) {
      await expect(shop.database.run(harm)).rejects.toThrow("append-only");
    }
  });

  it("joins amounts of one account and leaves out what cancels itself", () => {
    const amounts = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { maxLength: 12 });
    fc.assert(
      fc.property(amounts, (list) => {
        const postings = list.flatMap((minor, index) => [
          debit(index % 2 === 0 ? accounts.bank : accounts.receivables, eur(minor)),
          credit(accounts.opening, eur(minor)),
        ]);
        const tidy = tidyPostings(postings);
        expect(tidy.every(({ money: { minor } }) => minor !== 0n)).toBe(true);
        expect(tidy.reduce((sum, each) => sum + each.money.minor, 0n)).toBe(0n);
        expect(new Set(tidy.map(({ account }) => account.code)).size).toBe(tidy.length);
      }),
    );
  });
});

describe("an order's balances", () => {
  const pay = (orderId: Uuid, minor: bigint) =>
    within((ctx) =>
      postEntry(
        ctx,
        anEntry({
          orderId,
          postings: [
            debit(clearingAccount("test-card"), eur(minor)),
            credit(accounts.prepayments, eur(minor)),
          ],
        }),
      ),
    );
  const invoice = (orderId: Uuid, minor: bigint) =>
    within((ctx) =>
      postEntry(
        ctx,
        anEntry({
          causeType: "invoice",
          orderId,
          postings: [
            debit(accounts.receivables, eur(minor)),
            credit(accounts.revenue_goods, eur(minor)),
          ],
        }),
      ),
    );
  const balance = async (orderId: Uuid, role: "receivables" | "prepayments") =>
    (await openBalance(edge.reading(), { role, orderId, currency: "EUR" })).minor;

  it("lets a prepayment settle the invoices as they come", async () => {
    const orderId = newId();
    await pay(orderId, 100n);
    expect(await within((ctx) => applyPrepayments(ctx, orderId))).toEqual([]);
    await invoice(orderId, 60n);
    expect(await within((ctx) => applyPrepayments(ctx, orderId))).toEqual([eur(60n)]);
    expect(await within((ctx) => applyPrepayments(ctx, orderId))).toEqual([]);
    await invoice(orderId, 60n);
    expect(await within((ctx) => applyPrepayments(ctx, orderId))).toEqual([eur(40n)]);
    expect(await balance(orderId, "prepayments")).toBe(0n);
    expect(await balance(orderId, "receivables")).toBe(20n);
  });

  it("knows nothing of other orders", async () => {
    const orderId = newId();
    await pay(newId(), 100n);
    expect(await balance(orderId, "prepayments")).toBe(0n);
  });
});

describe("a correction", () => {
  it("is the opposite entry, once, and both name each other", async () => {
    const { entryId } = await within((ctx) => postEntry(ctx, anEntry()));
    const id = entryId ?? "";
    const reversal = await within((ctx) => reverseEntry(ctx, id, "typing error"));
    expect(await postingsOf(reversal)).toEqual(
      (await postingsOf(id)).map((each) => ({ ...each, amount_minor: -each.amount_minor })),
    );
    await expect(within((ctx) => reverseEntry(ctx, id, "again"))).rejects.toMatchObject({
      kind: { code: "entry_reversed" },
    });
    const { items } = await listEntries(edge.reading(), { limit: 100 });
    const [undone] = items.filter((each) => each.reversedById !== null);
    expect(items.find((each) => each.id === undone?.reversedById)?.reversesId).toBe(undone?.id);
  });
});

describe("account names", () => {
  it("are written in the reader's language", () => {
    const vat = {
      code: "2200-US-NJ-6.625",
      role: "vat",
      provider: null,
      jurisdiction: "US-NJ",
      rate: "6.6250",
    } as const;
    expect(accountName(vat, "en")).toBe("Tax payable US-NJ 6.625 %");
    expect(accountName(vat, "de")).toBe("Umsatzsteuer US-NJ 6,625 %");
  });
});

describe("the audit of the books", () => {
  async function noticedAfter(harm: Sql | null): Promise<string[]> {
    const noticed: string[] = [];
    const undo = new Error("undo");
    await within(async ({ db }) => {
      await db.run(sql`set local session_replication_role = replica`);
      if (harm !== null) await db.run(harm);
      const results = await runAudit(db, checks);
      noticed.push(...results.filter(({ offences }) => offences.length > 0).map(({ id }) => id));
      throw undo;
    }).catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    return noticed;
  }

  it("finds nothing to say of sound books, and sees amounts and postings that were tampered with", async () => {
    const { entryId } = await within((ctx) => postEntry(ctx, anEntry()));
    expect(await noticedAfter(null)).toEqual([]);
    const here = sql`entry_id = ${entryId}`;
    expect(
      await noticedAfter(
        sql`update ledger.posting set amount_minor = 7 where ${here} and position = 1`,
      ),
    ).toEqual(["I5", "I5-trial-balance"]);
    expect(await noticedAfter(sql`delete from ledger.posting where ${here}`)).toEqual([
      "I5-postings",
    ]);
  });
});
