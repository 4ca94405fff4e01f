import { describe, expect, it } from "vitest";
import { callerFor, owner, staffWith, testShop } from "../../../test/support/test-shop.ts";
import { routesById, shopFor } from "../../app/shop.ts";
import type { CallInput, Endpoint } from "../../kernel/endpoint.ts";
import { newId } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Principal } from "../../platform/context.ts";
import { accounts, vatAccount } from "./accounts.ts";
import * as contract from "./contract.ts";
import { credit, debit } from "./entry.ts";
import { routes } from "./http.ts";
import { postEntry } from "./post-entry.ts";
import { field } from "./reading/journal-csv.ts";
import { reverseEntry } from "./reverse-entry.ts";

const shop = await testShop();
const executor = { database: shop.database, checkReplies: true };
const as = (principal: Principal) => shopFor(executor, routesById(routes), callerFor(principal));
const call = <E extends Endpoint>(endpoint: E, input: CallInput<E>) =>
  as(owner).call(endpoint, input);
const orderId = newId();

await shop.edge().transaction(async (ctx) => {
  for (const [date, net] of [
    ["2026-01-31", 1000n],
    ["2026-02-01", 2000n],
    ["2026-02-02", 3000n],
  ] as const) {
    await postEntry(ctx, {
      causeType: "invoice",
      causeId: newId(),
      description: `Invoice of ${date}, "thin"`,
      orderId,
      date,
      postings: [
        debit(accounts.receivables, money((net * 119n) / 100n, "EUR")),
        credit(accounts.revenue_goods, money(net, "EUR")),
        credit(vatAccount("DE", "19"), money((net * 19n) / 100n, "EUR")),
      ],
    });
  }
});

const eur = (minor: string) => ({ minor, currency: "EUR" }) as const;

describe("the books as staff read them", () => {
  it("list the journal newest first, by filter and page", async () => {
    const query = { orderId: typeId("order", orderId), account: "4000", from: "2026-02-01" };
    const { items } = await call(contract.listEntries, { query });
    expect(items.map(({ date }) => date)).toEqual(["2026-02-02", "2026-02-01"]);
    expect(
      items[0]?.postings.map(({ account, debit: d, credit: c }) => [
        account.name,
        d?.minor,
        c?.minor,
      ]),
    ).toEqual([
      ["Receivables", "3570", undefined],
      ["Sales of goods", undefined, "3000"],
      ["Tax payable DE 19 %", undefined, "570"],
    ]);
    const first = await call(contract.listEntries, { query: { limit: 1 } });
    const second = await call(contract.listEntries, {
      query: { limit: 1, after: first.next ?? "" },
    });
    expect(second.items[0]?.date).toBe("2026-02-01");
    const params = { entryId: first.items[0]?.id ?? "" };
    expect(await call(contract.readEntry, { params })).toEqual(first.items[0]);
  });

  it("add up to a trial balance of zero", async () => {
    const { rows, totals } = await call(contract.readTrialBalance, { query: { to: "2026-02-01" } });
    expect(rows.map(({ account, balance }) => [account.code, balance.minor])).toEqual([
      ["1100", "3570"],
      ["2200-DE-19", "-570"],
      ["4000", "-3000"],
    ]);
    expect(totals).toEqual([{ currency: "EUR", debit: eur("3570"), credit: eur("3570") }]);
  });

  it("show an account with its running balance over pages", async () => {
    const params = { code: "1100" };
    const query = { currency: "EUR", from: "2026-02-01", limit: 1 } as const;
    const first = await call(contract.readAccountSheet, { params, query });
    expect(first.carried).toEqual(eur("1190"));
    expect(first.items.map(({ balance }) => balance)).toEqual([eur("3570")]);
    const second = await call(contract.readAccountSheet, {
      params,
      query: { ...query, after: first.next ?? "" },
    });
    expect(second.carried).toEqual(eur("3570"));
    expect(second.items.map(({ balance }) => balance)).toEqual([eur("7140")]);
    expect(second.next).toBeNull();
    const broken = { ...query, after: "x~y" };
    await expect(call(contract.readAccountSheet, { params, query: broken })).rejects.toMatchObject({
      kind: { code: "bad_request" },
    });
    await expect(
      call(contract.readAccountSheet, { params: { code: "9999" }, query }),
    ).rejects.toMatchObject({ kind: { code: "not_found" } });
  });

  it("export as CSV", async () => {
    const file = await call(contract.exportJournal, { query: { to: "2026-01-31" } });
    const lines = new TextDecoder().decode(file.bytes).trimEnd().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(
      /^2026-01-31,entry_\w+,invoice,"Invoice of 2026-01-31, ""thin""",1100,Receivables,11\.90,,EUR,order_\w+$/,
    );
  });

  it("say what an entry is about in the reader's language; old entries in the words they have", async () => {
    const { entryId } = await shop.edge().transaction((ctx) =>
      postEntry(ctx, {
        causeType: "capture",
        causeId: newId(),
        description: { code: "payment", params: { order: "SO-10042", provider: "bank-transfer" } },
        date: "2025-12-01",
        postings: [
          debit(accounts.bank, money(100n, "EUR")),
          credit(accounts.prepayments, money(100n, "EUR")),
        ],
      }),
    );
    await shop.edge().transaction((ctx) => reverseEntry(ctx, entryId ?? "", "typo"));
    const german = shopFor(executor, routesById(routes), { ...callerFor(owner), locale: "de" });
    const paid = "Zahlung von SO-10042 per Überweisung";
    const sheet = await german.call(contract.readAccountSheet, {
      params: { code: accounts.bank.code },
      query: { currency: "EUR" },
    });
    expect(sheet.items[0]?.description).toBe(paid);
    const query = { to: "2026-01-31" };
    const told = (await german.call(contract.listEntries, { query })).items;
    expect(told.map((each) => each.description)).toEqual([paid, 'Invoice of 2026-01-31, "thin"']);
    const reversed = await german.call(contract.listEntries, { query: { causeType: "reversal" } });
    expect(reversed.items[0]?.description).toBe(`Storno von ${paid}: typo`);
    const csv = async (as: typeof german) =>
      new TextDecoder().decode((await as.call(contract.exportJournal, { query })).bytes);
    expect(await csv(german)).toContain(`,${paid},1000,`);
    expect(await csv(shopFor(executor, routesById(routes), callerFor(owner)))).toContain(
      ",Payment of SO-10042 by bank transfer,1000,",
    );
  });

  it("never hand a spreadsheet a formula", () => {
    expect(field("=1+1")).toBe("'=1+1");
    expect(field("plain")).toBe("plain");
  });
});

describe("booking by hand", () => {
  const body = {
    description: "Payout arrived",
    date: "2026-02-03",
    postings: [
      { account: "1000", amount: eur("500") },
      { account: "5100", amount: eur("-500") },
    ],
  };
  const keyed = (change: object = {}) => ({
    body: { ...body, ...change },
    idempotencyKey: newId(),
  });

  it("writes a balanced entry and undoes it once", async () => {
    const entry = await call(contract.postManualEntry, keyed());
    expect(entry).toMatchObject({ causeType: "manual", date: "2026-02-03" });
    const undo = { params: { entryId: entry.id }, body: { reason: "twice" } };
    const reversal = await call(contract.reverseEntry, { ...undo, idempotencyKey: newId() });
    expect(reversal.reversesId).toBe(entry.id);
    await expect(
      call(contract.reverseEntry, { ...undo, idempotencyKey: newId() }),
    ).rejects.toMatchObject({ kind: { code: "entry_reversed" } });
  });

  it("refuses what does not balance, unknown accounts and accounts that follow orders and goods", async () => {
    const [bank, losses] = body.postings;
    const postings = (account: string, minor: string) => ({
      postings: [bank, { ...losses, account, amount: eur(minor) }],
    });
    await expect(
      call(contract.postManualEntry, keyed(postings("5100", "-499"))),
    ).rejects.toMatchObject({
      kind: { code: "entry_unbalanced" },
      details: { currency: "EUR", difference: "1" },
    });
    await expect(
      call(contract.postManualEntry, keyed(postings("77", "-500"))),
    ).rejects.toMatchObject({
      kind: { code: "not_found" },
    });
    await expect(
      call(contract.postManualEntry, keyed(postings("1300", "-500"))),
    ).rejects.toMatchObject({
      kind: { code: "account_not_manual" },
    });
  });

  it("leaves entries of other rooms to them", async () => {
    const { items } = await call(contract.listEntries, {
      query: { causeType: "invoice", limit: 1 },
    });
    const undo = {
      params: { entryId: items[0]?.id ?? "" },
      body: { reason: "no" },
      idempotencyKey: newId(),
    };
    await expect(call(contract.reverseEntry, undo)).rejects.toMatchObject({
      kind: { code: "entry_not_reversible" },
    });
  });

  it("needs the permission to write the books", async () => {
    await expect(
      as(staffWith("books:read")).call(contract.postManualEntry, keyed()),
    ).rejects.toMatchObject({
      kind: { code: "not_allowed" },
    });
  });
});
