import type { GoodsKind, RateClass, TaxCategory } from "../../kernel/tax-category.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { periodOn, vatTableBegins } from "./rates.ts";

/** Says that goods of a kind are in a class of rates somewhere: `place` is "DE", "GB" or "US-NJ". */
export interface ClassRule {
  readonly category: GoodsKind;
  readonly place: string;
  readonly rateClass: RateClass;
}

interface ClassPeriod {
  readonly from: BusinessDate;
  readonly rateClass: RateClass;
}

/** "AT BE …: reduced": the places of one class since the table begins. */
function everywhere(classes: Partial<Record<RateClass, string>>): Map<string, ClassPeriod[]> {
  const entries = Object.entries(classes).flatMap(([rateClass, places]) =>
    places
      .split(" ")
      .map((place): [string, ClassPeriod[]] => [
        place,
        [{ from: vatTableBegins, rateClass: rateClass as RateClass }],
      ]),
  );
  return new Map(entries);
}

/**
 * The class of printed books, of ordinary food, and of medicine without prescription. Standard where nothing
 * is said; where a country divides a kind among several classes, the higher one, so that a shop never
 * charges too little by itself. Sources as for the rates; a merchant's own mapping comes first.
 */
const classes: Readonly<Record<GoodsKind, Map<string, ClassPeriod[]>>> = {
  books: everywhere({
    reduced: "AT BE BG DE EE FI FR HR HU LT MT NL PT CH",
    "second-reduced": "GR LV PL RO SE SI SK",
    "super-reduced": "CY ES IT LU",
    zero: "CZ GB IE NO",
  }),
  food: everywhere({
    reduced: "AT BE CY CZ DE ES FI FR GR IT NL PT RO SE SI SK CH NO",
    "second-reduced": "PL",
    "super-reduced": "LU",
    zero: "GB IE MT",
  }),
  medicine: everywhere({
    reduced: "AT BE CY CZ EE FI HR HU IT LV NL PL PT RO SI CH",
    "second-reduced": "FR GR SK",
    "super-reduced": "ES LU",
    zero: "MT",
  }),
};

// Romania joined its lower rates into one of 11 %; Sweden halves the tax on food for 21 months.
classes.books.get("RO")?.push({ from: "2025-08-01", rateClass: "reduced" });
classes.food
  .get("SE")
  ?.push(
    { from: "2026-04-01", rateClass: "second-reduced" },
    { from: "2028-01-01", rateClass: "reduced" },
  );

/** The class of rates that a category is in: the merchant's own word, else the table's. */
export function rateClassOf(
  category: TaxCategory,
  place: string,
  on: BusinessDate,
  own: readonly ClassRule[],
): RateClass {
  if (category !== "books" && category !== "food" && category !== "medicine") return category;
  const said = own.find((rule) => rule.category === category && rule.place === place);
  if (said) return said.rateClass;
  return periodOn(classes[category].get(place) ?? [], on)?.rateClass ?? "standard";
}
