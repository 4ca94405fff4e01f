import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { euCountries } from "../../kernel/country.ts";
import { taxCategories } from "../../kernel/tax-category.ts";
import { calculateTax } from "./tax.ts";
import type { Taxed, TaxRequest, TaxRequestLine, TaxResult } from "./tax.ts";

const toGermany: Omit<TaxRequest, "lines"> = {
  treatment: "eu-vat",
  taxIncluded: true,
  shipTo: { country: "DE" },
  defaultCountry: "DE",
  shipFrom: "DE",
  on: "2026-11-22",
  rules: { oss: true, registrations: [], classes: [] },
  buyer: null,
};

const toCalifornia: Omit<TaxRequest, "lines"> = {
  ...toGermany,
  treatment: "us-sales-tax",
  taxIncluded: false,
  shipTo: { country: "US", region: "CA" },
  defaultCountry: "US",
  shipFrom: "US",
};

function item(ref: string, amount: bigint, category = "standard"): TaxRequestLine {
  return { ref, kind: "item", category, amount };
}

function delivery(amount: bigint): TaxRequestLine {
  return { ref: "delivery", kind: "delivery", category: "standard", amount };
}

function taxed(result: TaxResult): Taxed {
  if (result.state !== "ok") throw new Error(`not taxed: ${result.reason}`);
  return result;
}

const basket = [item("chair", 28900n), item("mugs", 4800n), delivery(990n)];

describe("the worked examples", () => {
  it("takes 55.39 out of 346.90 for Germany and shares it by line", () => {
    const result = taxed(calculateTax({ ...toGermany, lines: basket }));
    expect(result.lines.map((line) => [line.ref, line.net, line.tax, line.gross])).toEqual([
      ["chair", 24285n, 4615n, 28900n],
      ["mugs", 4034n, 766n, 4800n],
      ["delivery", 832n, 158n, 990n],
    ]);
    expect(result.taxLines).toEqual([
      {
        category: "standard",
        ratePercent: "19",
        jurisdiction: "DE",
        reason: "eu-vat",
        net: 29151n,
        tax: 5539n,
      },
    ]);
    expect([result.net, result.tax, result.gross]).toEqual([29151n, 5539n, 34690n]);
  });

  it("asks the same price in Denmark, with more tax inside", () => {
    const result = taxed(calculateTax({ ...toGermany, shipTo: { country: "DK" }, lines: basket }));
    expect([result.tax, result.gross]).toEqual([6938n, 34690n]);
    expect(result.taxLines.map((line) => line.jurisdiction)).toEqual(["DK"]);
  });

  it("adds 23.56 to 325.00 in California", () => {
    const lines = [item("chair", 31000n), delivery(1500n)];
    const result = taxed(calculateTax({ ...toCalifornia, lines }));
    expect([result.net, result.tax, result.gross]).toEqual([32500n, 2356n, 34856n]);
    expect(result.lines.map((line) => line.tax)).toEqual([2247n, 109n]);
    expect(result.taxLines[0]).toMatchObject({ jurisdiction: "US-CA", reason: "us-sales-tax" });
  });
});

describe("categories", () => {
  it("groups by category, highest rate first", () => {
    const lines = [
      item("book", 1070n, "reduced"),
      item("card", 5000n, "zero"),
      item("lamp", 1190n),
    ];
    const result = taxed(calculateTax({ ...toGermany, lines }));
    expect(result.taxLines.map((line) => [line.ratePercent, line.net, line.tax])).toEqual([
      ["19", 1000n, 190n],
      ["7", 1000n, 70n],
      ["0", 5000n, 0n],
    ]);
    expect(result.lines.map((line) => line.ref)).toEqual(["book", "card", "lamp"]);
  });

  it.each([
    ["mostly reduced goods", 9000n, 1000n, "7"],
    ["mostly standard goods", 1000n, 9000n, "19"],
    ["equal parts", 5000n, 5000n, "19"],
  ])("charges delivery at the goods' main rate: %s", (_name, reduced, standard, rate) => {
    const lines = [item("a", reduced, "reduced"), item("b", standard), delivery(500n)];
    const result = taxed(calculateTax({ ...toGermany, lines }));
    expect(result.lines.at(-1)?.ratePercent).toBe(rate);
  });

  it("charges delivery at the standard rate when there are no goods", () => {
    const result = taxed(calculateTax({ ...toGermany, lines: [delivery(119n)] }));
    expect(result.lines.map((line) => line.tax)).toEqual([19n]);
  });

  it("taxes reduced goods as standard where there is no reduced rate", () => {
    const lines = [item("book", 1250n, "reduced")];
    const denmark = taxed(calculateTax({ ...toGermany, shipTo: { country: "DK" }, lines }));
    expect(denmark.taxLines[0]).toMatchObject({
      ratePercent: "25",
      category: "reduced",
      tax: 250n,
    });
    const california = taxed(calculateTax({ ...toCalifornia, lines }));
    expect(california.taxLines[0]?.ratePercent).toBe("7.25");
  });
});

describe("places", () => {
  it.each([
    ["eu-vat", "CH", "DE", "export"],
    ["eu-vat", "GB", "US", "no-tax-here"],
    ["us-sales-tax", "CA", "US", "export"],
    ["none", "TH", "DE", "no-tax-here"],
    ["none", "DE", "DE", "no-tax-here"],
  ] as const)("%s to %s from %s bears nothing: %s", (treatment, country, shipFrom, reason) => {
    const request = { ...toGermany, treatment, shipTo: { country }, shipFrom, lines: basket };
    const result = taxed(calculateTax(request));
    expect([result.tax, result.gross]).toEqual([0n, 34690n]);
    expect(result.taxLines).toEqual([
      {
        category: "standard",
        ratePercent: "0",
        jurisdiction: country,
        reason,
        net: 34690n,
        tax: 0n,
      },
    ]);
  });

  it.each(["OR", "AK", "PR", "AE"])("no sales tax in US-%s", (region) => {
    const shipTo = { country: "US", region };
    const result = taxed(calculateTax({ ...toCalifornia, shipTo, lines: basket }));
    expect(result.tax).toBe(0n);
    expect(result.taxLines[0]).toMatchObject({
      jurisdiction: `US-${region}`,
      reason: "no-tax-here",
    });
  });

  it("estimates with the market's country until there is an address", () => {
    const result = taxed(calculateTax({ ...toGermany, shipTo: null, lines: basket }));
    expect([result.estimated, result.tax]).toEqual([true, 5539n]);
    expect(taxed(calculateTax({ ...toGermany, lines: basket })).estimated).toBe(false);
  });

  it("waits for the state in the United States", () => {
    const pending = { state: "pending", reason: "region_needed" };
    expect(calculateTax({ ...toCalifornia, shipTo: null, lines: basket })).toEqual(pending);
    expect(calculateTax({ ...toCalifornia, shipTo: { country: "US" }, lines: basket })).toEqual(
      pending,
    );
  });

  it.each([
    ["unknown_country", { shipTo: { country: "ZZ" } }],
    ["unknown_region", { ...toCalifornia, shipTo: { country: "US", region: "XX" } }],
    ["no_rate_for_date", { on: "2019-01-01" }],
    ["no_rate_for_date", { ...toCalifornia, on: "2019-01-01" }],
    ["unknown_category", { lines: [item("a", 100n, "luxury")] }],
  ])("says that it cannot tell: %s", (reason, change) => {
    const result = calculateTax({ ...toGermany, lines: basket, ...change });
    expect(result).toEqual({ state: "failed", reason });
  });
});

it("taxes an empty basket with nothing", () => {
  const result = taxed(calculateTax({ ...toGermany, lines: [] }));
  expect(result).toMatchObject({ lines: [], taxLines: [], net: 0n, tax: 0n, gross: 0n });
});

it("takes negative amounts and doubled refs for the bugs they are", () => {
  expect(() => calculateTax({ ...toGermany, lines: [item("a", -1n)] })).toThrow(/negative/);
  expect(() => calculateTax({ ...toGermany, lines: [item("a", 1n), item("a", 1n)] })).toThrow(
    /ref/,
  );
});

describe("for any basket", () => {
  const amount = fc.oneof(fc.bigInt(0n, 500n), fc.bigInt(0n, 10n ** 9n));
  const line = fc.record({
    kind: fc.constantFrom("item", "item", "item", "delivery", "payment_fee"),
    category: fc.constantFrom(...taxCategories),
    amount,
  });
  const lines = fc
    .array(line, { maxLength: 12 })
    .map((list): TaxRequestLine[] => list.map((each, index) => ({ ref: `${index}`, ...each })));
  const request = fc
    .record({
      taxIncluded: fc.boolean(),
      country: fc.constantFrom(...euCountries),
      lines,
    })
    .map(({ country, ...rest }): TaxRequest => ({ ...toGermany, ...rest, shipTo: { country } }));

  const total = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n);

  it("the parts sum to the whole, and no line is changed by more than its tax", () => {
    fc.assert(
      fc.property(request, (asked) => {
        const result = taxed(calculateTax(asked));
        expect(total(result.taxLines.map((each) => each.net))).toBe(result.net);
        expect(total(result.taxLines.map((each) => each.tax))).toBe(result.tax);
        expect(result.net + result.tax).toBe(result.gross);
        for (const [index, each] of result.lines.entries()) {
          expect(each.ref).toBe(asked.lines[index]?.ref);
          expect(asked.taxIncluded ? each.gross : each.net).toBe(asked.lines[index]?.amount);
          expect(each.net + each.tax).toBe(each.gross);
          expect(each.net >= 0n && each.tax >= 0n).toBe(true);
        }
      }),
    );
  });

  it("each tax line is the sum of its lines", () => {
    fc.assert(
      fc.property(request, (asked) => {
        const result = taxed(calculateTax(asked));
        for (const taxLine of result.taxLines) {
          const own = result.lines.filter((each) => each.category === taxLine.category);
          expect(total(own.map((each) => each.tax))).toBe(taxLine.tax);
          expect(total(own.map((each) => each.net))).toBe(taxLine.net);
        }
      }),
    );
  });

  it("prices with tax give back the tax that was added to prices without", () => {
    fc.assert(
      fc.property(request, (asked) => {
        const added = taxed(calculateTax({ ...asked, taxIncluded: false }));
        // Each line keeps the category it was taxed in, charges too, so that the groups are the same.
        const withTax = added.lines.map((each) => item(each.ref, each.gross, each.category));
        const inside = taxed(calculateTax({ ...asked, taxIncluded: true, lines: withTax }));
        expect(inside.taxLines).toEqual(added.taxLines);
      }),
    );
  });

  it("prices without tax agree with those with tax within one unit per rate", () => {
    fc.assert(
      fc.property(request, (asked) => {
        const inside = taxed(calculateTax({ ...asked, taxIncluded: true }));
        const net = inside.lines.map((each) => item(each.ref, each.net, each.category));
        const added = taxed(calculateTax({ ...asked, taxIncluded: false, lines: net }));
        for (const [index, taxLine] of inside.taxLines.entries()) {
          const difference = taxLine.tax - (added.taxLines[index]?.tax ?? -99n);
          expect(difference >= -1n && difference <= 1n).toBe(true);
        }
      }),
    );
  });
});
