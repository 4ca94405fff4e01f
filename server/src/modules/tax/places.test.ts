import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { countryCodes } from "../../kernel/country.ts";
import { taxCategories } from "../../kernel/tax-category.ts";
import { taxTreatments } from "../settings/contract.ts";
import type { TaxRules } from "./jurisdiction.ts";
import { calculateTax, type Taxed, type TaxRequest } from "./tax.ts";

const rules: TaxRules = { oss: true, registrations: [], classes: [] };

const fromHamburg: TaxRequest = {
  treatment: "eu-vat",
  taxIncluded: true,
  shipTo: { country: "DE" },
  defaultCountry: "DE",
  shipFrom: "DE",
  on: "2026-11-22",
  rules,
  buyer: null,
  lines: [{ ref: "a", kind: "item", category: "standard", amount: 11_900n }],
};

function taxed(more: Partial<TaxRequest>): Taxed {
  const result = calculateTax({ ...fromHamburg, ...more });
  if (result.state !== "ok") throw new Error(`not taxed: ${result.reason}`);
  return result;
}

/** Jurisdiction, rate and reason of a basket of one line. */
function borne(more: Partial<TaxRequest>): string {
  const [line] = taxed(more).taxLines;
  return `${line?.jurisdiction} ${line?.ratePercent} ${line?.reason}`;
}

test.each([
  ["ES", "35001", "ES-CN 0 export"],
  ["ES", "38 400", "ES-CN 0 export"],
  ["ES", "51001", "ES-CE 0 export"],
  ["ES", "52006", "ES-ML 0 export"],
  ["ES", "28001", "ES 21 eu-vat"],
  ["DE", "78266", "DE-BUESINGEN 0 export"],
  ["DE", "27498", "DE-HELGOLAND 0 export"],
  ["IT", "23041", "IT-LIVIGNO 0 export"],
  ["IT", "22061", "IT-CAMPIONE 0 export"],
  ["FI", "22100", "FI-01 0 export"],
  ["GR", "630 86", "GR-69 0 export"],
  ["GR", "105 57", "GR 24 eu-vat"],
  ["FR", "97400", "FR-OVERSEAS 0 export"],
  ["FR", "98000", "FR 20 eu-vat"],
  ["MC", "98000", "FR 20 eu-vat"],
  ["RE", "97400", "RE 0 export"],
  ["AX", "22100", "AX 0 export"],
  ["PT", "9000-011", "PT-30 22 eu-vat"],
  ["PT", "9500-100", "PT-20 16 eu-vat"],
  ["PT", "1100-148", "PT 23 eu-vat"],
  ["AT", "6691", "AT-JM 19 eu-vat"],
  ["GB", "BT1 1AA", "XI 20 eu-vat"],
  ["GB", "SW1A 1AA", "GB 0 export"],
  ["CH", "8001", "CH 0 export"],
])("goods from Hamburg to %s %s: %s", (country, postcode, expected) => {
  expect(borne({ shipTo: { country, postcode } })).toBe(expected);
});

describe("distance sales", () => {
  const small = { ...rules, oss: false };
  it("bear the seller's own tax below the threshold, in the Union only", () => {
    expect(borne({ shipTo: { country: "FR" }, rules: small })).toBe("DE 19 eu-vat");
    expect(borne({ shipTo: { country: "GB", postcode: "BT1 1AA" }, rules: small })).toBe(
      "DE 19 eu-vat",
    );
    expect(borne({ shipTo: { country: "ES", postcode: "35001" }, rules: small })).toBe(
      "ES-CN 0 export",
    );
    expect(borne({ shipTo: { country: "NO" }, rules: small })).toBe("NO 0 export");
  });

  it("bear the destination's where the shop is registered", () => {
    const registered = { ...small, registrations: ["FR"] };
    expect(borne({ shipTo: { country: "FR" }, rules: registered })).toBe("FR 20 eu-vat");
    expect(borne({ shipTo: { country: "BE" }, rules: registered })).toBe("DE 19 eu-vat");
  });
});

describe("reverse charge", () => {
  const french = { vatIdOf: "FR", exemptIn: [] };
  it("takes the tax off the price and leaves the net that a consumer's sale has", () => {
    const result = taxed({ shipTo: { country: "FR" }, buyer: french });
    const consumer = taxed({ shipTo: { country: "FR" } });
    expect([result.net, result.tax, result.gross]).toEqual([consumer.net, 0n, consumer.net]);
    expect(result.relieved).toBe(consumer.tax);
    expect(borne({ shipTo: { country: "FR" }, buyer: french })).toBe("FR 0 reverse-charge");
  });

  it.each([
    ["goods that stay in the seller's country", { shipTo: { country: "DE" } }, "DE 19 eu-vat"],
    [
      "an id of the seller's own country",
      { shipTo: { country: "FR" }, buyer: { vatIdOf: "DE", exemptIn: [] } },
      "FR 20 eu-vat",
    ],
    ["goods from outside the Union", { shipFrom: "US", shipTo: { country: "FR" } }, "FR 20 eu-vat"],
    ["an export, which has its own reason", { shipTo: { country: "CH" } }, "CH 0 export"],
    [
      "an id of Northern Ireland, which counts",
      {
        shipTo: { country: "GB", postcode: "BT1 1AA" },
        buyer: { vatIdOf: "XI", exemptIn: [] },
      },
      "XI 0 reverse-charge",
    ],
  ])("%s", (_what, more, expected) => {
    expect(borne({ buyer: french, ...more })).toBe(expected);
  });
});

describe("outside the Union", () => {
  const everywhere = { ...rules, registrations: ["GB", "CH", "NO"] };
  it.each([
    ["GB", "SW1A 1AA", "standard", "GB 20 uk-vat"],
    ["IM", "IM1 1AA", "reduced", "GB 5 uk-vat"],
    ["GB", "SW1A 1AA", "books", "GB 0 zero-rated"],
    ["CH", "8001", "standard", "CH 8.1 swiss-vat"],
    ["LI", "9490", "food", "CH 2.6 swiss-vat"],
    ["NO", "0150", "food", "NO 15 norwegian-vat"],
    ["NO", "0150", "books", "NO 0 zero-rated"],
    ["SJ", "9170", "standard", "SJ 0 export"],
    ["GB", "BT1 1AA", "standard", "XI 20 eu-vat"],
  ])("a registered shop charges in %s (%s, %s): %s", (country, postcode, category, expected) => {
    const lines = [{ ref: "a", kind: "item" as const, category, amount: 10_000n }];
    expect(borne({ shipTo: { country, postcode }, rules: everywhere, lines })).toBe(expected);
  });

  it("a shop at home in London exports from there, and taxes only what it is registered for", () => {
    const london = { treatment: "uk-vat", shipFrom: "GB", defaultCountry: "GB" } as const;
    const home = { ...rules, registrations: ["GB"] };
    expect(borne({ ...london, shipTo: { country: "GB" }, rules: home })).toBe("GB 20 uk-vat");
    expect(borne({ ...london, shipTo: { country: "GB" } })).toBe("GB 0 no-tax-here");
    expect(borne({ ...london, shipTo: { country: "FR" }, rules: home })).toBe("FR 0 export");
  });
});

describe("kinds of goods", () => {
  const book = [{ ref: "a", kind: "item" as const, category: "books", amount: 10_000n }];
  const food = [{ ref: "a", kind: "item" as const, category: "food", amount: 10_000n }];
  it.each([
    [{ shipTo: { country: "DE" }, lines: book }, "DE 7 eu-vat"],
    [{ shipTo: { country: "DK" }, lines: book }, "DK 25 eu-vat"],
    [{ shipTo: { country: "IE" }, lines: book }, "IE 0 zero-rated"],
    [{ shipTo: { country: "ES" }, lines: book }, "ES 4 eu-vat"],
    [{ shipTo: { country: "RO" }, lines: book, on: "2025-07-31" }, "RO 5 eu-vat"],
    [{ shipTo: { country: "RO" }, lines: book, on: "2025-08-01" }, "RO 11 eu-vat"],
    [{ shipTo: { country: "SE" }, lines: food, on: "2026-03-31" }, "SE 12 eu-vat"],
    [{ shipTo: { country: "SE" }, lines: food, on: "2026-04-01" }, "SE 6 eu-vat"],
    [{ shipTo: { country: "SE" }, lines: food, on: "2028-01-01" }, "SE 12 eu-vat"],
  ])("case %#: the class of the day", (more, expected) => {
    expect(borne(more)).toBe(expected);
  });

  it("follow the merchant's own mapping first, in American states too", () => {
    const classes = [
      { category: "food", place: "DE", rateClass: "standard" },
      { category: "food", place: "US-NJ", rateClass: "exempt" },
    ] as const;
    const own = { ...rules, classes };
    expect(borne({ lines: food, rules: own })).toBe("DE 19 eu-vat");
    const american = { treatment: "us-sales-tax", shipFrom: "US", taxIncluded: false } as const;
    const to = (region: string) =>
      borne({ ...american, shipTo: { country: "US", region }, lines: food, rules: own });
    expect([to("NJ"), to("NY")]).toEqual(["US-NJ 0 exempt-goods", "US-NY 4 us-sales-tax"]);
  });
});

it("spares a buyer with a certificate the tax of the places it names", () => {
  const buyer = { vatIdOf: null, exemptIn: ["US-TX"] };
  const american = { treatment: "us-sales-tax", shipFrom: "US", taxIncluded: false } as const;
  const to = (region: string) => borne({ ...american, shipTo: { country: "US", region }, buyer });
  expect([to("TX"), to("CA"), to("OR")]).toEqual([
    "US-TX 0 exempt",
    "US-CA 7.25 us-sales-tax",
    "US-OR 0 no-tax-here",
  ]);
});

describe("for any sale", () => {
  const place = fc.record({
    country: fc.constantFrom(...countryCodes),
    postcode: fc.constantFrom("35001", "9000-011", "78266", "BT1 1AA", "1010", "97100"),
    region: fc.constantFrom("CA", "OR", "PR"),
  });
  const sale = fc.record({
    treatment: fc.constantFrom(...taxTreatments),
    taxIncluded: fc.boolean(),
    shipTo: place,
    shipFrom: fc.constantFrom("DE", "US", "GB", "CH", "NO", "TH"),
    rules: fc.record({
      oss: fc.boolean(),
      registrations: fc.subarray(["GB", "CH", "NO", "FR"]),
      classes: fc.constant([]),
    }),
    buyer: fc.option(
      fc.record({
        vatIdOf: fc.option(fc.constantFrom("FR", "DE", "XI"), { nil: null }),
        exemptIn: fc.subarray(["US-CA", "GB", "FR"]),
      }),
      { nil: null },
    ),
    lines: fc
      .array(
        fc.record({
          category: fc.constantFrom(...taxCategories),
          amount: fc.bigInt(1n, 10n ** 7n),
        }),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((list) =>
        list.map((each, index) => ({ ...each, ref: `${index}`, kind: "item" as const })),
      ),
  });
  const lawful = new Set(["eu-vat", "uk-vat", "swiss-vat", "norwegian-vat", "us-sales-tax"]);

  it("nothing is silent: a rate of nothing has a reason that frees, any other a law", () => {
    fc.assert(
      fc.property(sale, (more) => {
        const result = taxed(more);
        for (const line of result.taxLines) {
          expect(lawful.has(line.reason)).toBe(line.ratePercent !== "0");
          if (line.ratePercent === "0") expect(line.tax).toBe(0n);
        }
        const listed = more.lines.reduce((sum, { amount }) => sum + amount, 0n);
        expect(result.net + result.tax).toBe(result.gross);
        if (more.taxIncluded) expect(result.gross + result.relieved).toBe(listed);
        else expect([result.net, result.relieved]).toEqual([listed, 0n]);
        // Who is spared a tax pays the net that others pay.
        expect(result.net).toBe(taxed({ ...more, buyer: null }).net);
      }),
    );
  });
});
