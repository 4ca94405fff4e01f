import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { money, toDecimal } from "../../../kernel/money.ts";
import { fingerprintsOf, matchLine, numbersIn, type PayableOrder } from "./match-line.ts";
import { readAmount } from "./read-amount.ts";
import { readDay } from "./read-day.ts";
import { readStatement } from "./read-statement.ts";

describe("amounts as banks write them", () => {
  it.each<[string, bigint | null]>([
    ["1.234,56", 123456n],
    ["1,234.56", 123456n],
    ["1234,5", 123450n],
    ["1234.56", 123456n],
    ["-12,00", -1200n],
    ["12,00-", -1200n],
    ["+7", 700n],
    ["1.234", 123400n],
    ["1.234.567,89", 123456789n],
    ["€ 99.00", 9900n],
    ["99,00 EUR", 9900n],
    [",50", 50n],
    ["1,2345", null],
    ["12.34.56", null],
    ["abc", null],
    ["", null],
    ["1e5", null],
  ])("%s", (text, minor) => {
    expect(readAmount(text, "EUR")?.minor ?? null).toBe(minor);
  });

  it("reads back every amount in both ways of writing", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), (minor) => {
        const [whole = "", fraction = ""] = toDecimal(money(minor, "EUR")).split(".");
        const grouped = (sign: string) => whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, sign);
        expect(readAmount(`${grouped(".")},${fraction}`, "EUR")?.minor).toBe(minor);
        expect(readAmount(`${grouped(",")}.${fraction}`, "EUR")?.minor).toBe(minor);
      }),
    );
  });
});

describe("days as banks write them", () => {
  it.each<[string, string | null]>([
    ["2026-11-24", "2026-11-24"],
    ["24.11.2026", "2026-11-24"],
    ["4.1.26", "2026-01-04"],
    ["24/11/2026", "2026-11-24"],
    ["11/24/2026", "2026-11-24"],
    ["2026-11-24T10:00:00Z", "2026-11-24"],
    ["31.02.2026", null],
    ["soon", null],
  ])("%s", (text, day) => expect(readDay(text)).toBe(day));
});

describe("a statement", () => {
  it("is read as a German bank writes it, with lines before the headings", () => {
    const statement = readStatement(
      [
        "\uFEFFKonto;DE02120300000000202051",
        '"Buchungstag";"Wertstellung";"Auftraggeber/Empfänger";"Verwendungszweck";"Betrag";"Währung"',
        '"24.11.2026";"24.11.2026";"Greta Gast";"SO-10042 Danke";"1.234,56";"EUR"',
        '"24.11.2026";"24.11.2026";"Bank";"Gebühr";"kein Betrag";"EUR"',
        '"24.11.2026";"24.11.2026";"Strom AG";"Abschlag";"-80,00";"EUR"',
      ].join("\r\n"),
      "EUR",
    );
    expect(statement.lines).toEqual([
      {
        row: 3,
        bookedOn: "2026-11-24",
        amount: money(123456n, "EUR"),
        reference: "SO-10042 Danke",
        payer: "Greta Gast",
      },
      expect.objectContaining({ row: 5, amount: money(-8000n, "EUR") }),
    ]);
    expect(statement.badRows).toEqual([expect.objectContaining({ row: 4, problem: "amount" })]);
  });

  it("is read as an English bank writes it, without currency and payer", () => {
    const csv = "Date,Description,Amount\n2026-11-24,so 10042,99.00\n";
    expect(readStatement(csv, "USD").lines).toMatchObject([
      { amount: money(9900n, "USD"), payer: "" },
    ]);
  });

  it("takes the columns it is told", () => {
    const columns = { date: 2, amount: 0, reference: 1, payer: null, currency: null };
    const csv = "a;b;c\n9,00;SO-10042;24.11.2026\n";
    expect(readStatement(csv, "EUR", columns).lines).toHaveLength(1);
  });

  it("says which columns it looked for when it finds none", () => {
    expect(() => readStatement("hello;world\n1;2\n", "EUR")).toThrow(
      expect.objectContaining({ kind: expect.objectContaining({ code: "statement_unreadable" }) }),
    );
  });

  it("takes whatever text without falling over", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const columns = { date: 0, amount: 1, reference: 2, payer: 3, currency: null };
        try {
          readStatement(text, "EUR", columns);
        } catch (error) {
          expect(error).toMatchObject({ kind: { code: "statement_unreadable" } });
        }
      }),
    );
  });
});

describe("matching", () => {
  const order: PayableOrder = {
    id: "1",
    number: "SO-10042",
    status: "placed",
    paymentMethod: "bank-transfer",
    due: money(9900n, "EUR"),
  };
  const other = { ...order, id: "2", number: "SO-10043" };
  const line = (reference: string, minor = 9900n, currency: "EUR" | "USD" = "EUR") => ({
    reference,
    amount: money(minor, currency),
  });

  it.each(["SO-10042", "so 10042", "Order SO10042, thanks", "Ref:SO_10042."])(
    "finds the number in %j",
    (reference) => expect(numbersIn(reference)).toEqual(["SO-10042"]),
  );

  it.each<[string, ReturnType<typeof line>, readonly PayableOrder[], boolean, string | null]>([
    ["the right amount", line("SO-10042"), [order], true, null],
    ["too little", line("SO-10042", 9800n), [order], true, "underpaid"],
    ["too much", line("SO-10042", 9901n), [order], true, "overpaid"],
    ["money going out", line("SO-10042", -9900n), [order], false, "outgoing"],
    ["no number", line("thanks"), [order], false, "no_order"],
    ["a number of nothing", line("SO-99999"), [order], false, "no_order"],
    ["two numbers", line("SO-10042 SO-10043"), [order, other], false, "several_orders"],
    ["another currency", line("SO-10042", 9900n, "USD"), [order], false, "other_currency"],
    [
      "another way to pay",
      line("SO-10042"),
      [{ ...order, paymentMethod: "test-card" }],
      false,
      "other_method",
    ],
    [
      "a cancelled order",
      line("SO-10042"),
      [{ ...order, status: "cancelled" }],
      true,
      "order_cancelled",
    ],
    ["a paid order", line("SO-10042"), [{ ...order, due: money(0n, "EUR") }], true, "already_paid"],
  ])("%s", (_, given, orders, book, problem) => {
    expect(matchLine(given, orders)).toMatchObject({ book, problem });
  });

  it("names equal lines of one statement apart, and the same line of two statements alike", () => {
    const row = { row: 1, bookedOn: "2026-11-24", payer: "G", ...line("SO-10042") };
    const [first, second] = fingerprintsOf([row, { ...row, row: 2 }]);
    expect(first).not.toBe(second);
    expect(fingerprintsOf([{ ...row, row: 9, payer: "g " }])[0]).not.toBe(second);
    expect(fingerprintsOf([{ ...row, row: 9 }])[0]).toBe(first);
  });
});
