import { describe, expect, it } from "vitest";
import { euCountries } from "../../kernel/country.ts";
import { rateFromPercent } from "../../kernel/rate.ts";
import { isBusinessDate } from "../../kernel/time.ts";
import { usStates } from "../../kernel/us-state.ts";
import { rateOf, vatTableBegins, type VatPeriod } from "./rates.ts";
import { euVatRates, vatPeriod } from "./rates-eu.ts";
import { outsideEuRates } from "./rates-outside-eu.ts";
import { untaxedStates, usSalesTaxRate, usSalesTaxRates } from "./rates-us.ts";

const lowerRates = ({ reduced, secondReduced, superReduced }: VatPeriod): string[] =>
  [reduced, secondReduced, superReduced].filter((rate) => rate !== undefined);

describe("European rates", () => {
  it("cover the 27 member states from the first day of the table", () => {
    expect(Object.keys(euVatRates).toSorted()).toEqual([...euCountries]);
    const gaps = euCountries.filter((country) => !vatPeriod(country, vatTableBegins));
    expect(gaps).toEqual([]);
    expect(vatPeriod("DE", "2024-12-31")).toBeNull();
  });

  it("are within what the law allows and what states do", () => {
    for (const periods of Object.values(euVatRates)) {
      for (const period of periods) {
        const { standard, superReduced } = period;
        expect(Number(standard)).toBeGreaterThanOrEqual(15);
        expect(Number(standard)).toBeLessThanOrEqual(27);
        const lower = lowerRates(period);
        expect(lower.filter((rate) => Number(rate) >= Number(standard))).toEqual([]);
        expect(new Set(lower).size).toBe(lower.length);
        // Art. 98: two lower rates from 5 % up; Art. 110: one below, for those who had it.
        const below = lower.filter((rate) => Number(rate) < 5);
        expect(below).toEqual(superReduced === undefined ? [] : [superReduced]);
        expect(rateOf(period, "zero")).toBe("0");
        const rate = rateOf(period, "super-reduced");
        expect(rate).toBe(superReduced ?? period.secondReduced ?? period.reduced ?? standard);
      }
    }
  });

  it("are exact percentages, in periods that follow each other", () => {
    for (const periods of [...Object.values(euVatRates), ...Object.values(outsideEuRates)]) {
      const days = periods.map((period) => period.from);
      expect(days).toEqual([...new Set(days)].toSorted());
      expect(days.filter((day) => !isBusinessDate(day))).toEqual([]);
      for (const period of periods) {
        for (const rate of [period.standard, ...lowerRates(period)]) {
          expect(rateFromPercent(rate).millionths).toBeGreaterThan(0n);
        }
      }
    }
  });

  // Standard rates as the Commission's database had them on 30 August 2026.
  it.each(
    (
      "AT 20 BE 21 BG 20 CY 19 CZ 21 DE 19 DK 25 EE 24 ES 21 FI 25.5 FR 20 GR 24 HR 25 HU 27 IE 23 " +
      "IT 22 LT 21 LU 17 LV 21 MT 18 NL 21 PL 23 PT 23 RO 21 SE 25 SI 22 SK 23"
    ).match(/[A-Z]{2} [\d.]+/g) ?? [],
  )("has the standard rate %s", (entry) => {
    const country = euCountries.find((code) => entry.startsWith(code));
    const period = country && vatPeriod(country, "2026-11-22");
    expect(`${country} ${period?.standard}`).toBe(entry);
  });

  it.each([
    ["EE", "2025-06-30", "22"],
    ["EE", "2025-07-01", "24"],
    ["RO", "2025-07-31", "19"],
    ["RO", "2025-08-01", "21"],
  ] as const)("changes in %s: on %s it is %s", (country, day, rate) => {
    expect(vatPeriod(country, day)?.standard).toBe(rate);
  });

  it("has Finland's and Lithuania's new reduced rates from 2026", () => {
    expect(vatPeriod("FI", "2025-12-31")?.reduced).toBe("14");
    expect(vatPeriod("FI", "2026-01-01")?.reduced).toBe("13.5");
    expect(vatPeriod("LT", "2026-01-01")).toMatchObject({ reduced: "5", secondReduced: "12" });
  });
});

describe("American rates", () => {
  it("cover fifty states and the district, and no territory", () => {
    const states = Object.keys(usStates).filter(
      (code) => !["AS", "GU", "MP", "PR", "VI", "AA", "AE", "AP"].includes(code),
    );
    expect(Object.keys(usSalesTaxRates).toSorted()).toEqual(states.toSorted());
    expect(states).toHaveLength(51);
  });

  it("are nil in exactly the five states without sales tax", () => {
    const nil = Object.entries(usSalesTaxRates).filter(([, rate]) => rate === "0");
    expect(nil.map(([state]) => state)).toEqual([...untaxedStates]);
  });

  it("lie between Colorado's and California's everywhere else", () => {
    const rates = Object.values(usSalesTaxRates).filter((rate) => rate !== "0");
    expect(Math.min(...rates.map(Number))).toBe(2.9);
    expect(Math.max(...rates.map(Number))).toBe(7.25);
    for (const rate of rates) expect(rateFromPercent(rate).millionths).toBeGreaterThan(0n);
  });

  it("change on their day", () => {
    expect(usSalesTaxRate("SD", "2027-06-30")).toBe("4.2");
    expect(usSalesTaxRate("SD", "2027-07-01")).toBe("4.5");
    expect(usSalesTaxRate("NY", "2027-07-01")).toBe("4");
    expect(usSalesTaxRate("PR", "2026-01-01")).toBe("0");
    expect(usSalesTaxRate("NY", "2024-12-31")).toBeNull();
  });
});
