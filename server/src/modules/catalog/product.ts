import { refuse } from "../../kernel/errors.ts";
import type { ProductInput } from "./admin-contract.ts";
import { barcodeTaken, optionsIncomplete, skuTaken } from "./errors.ts";

/**
 * A lower-case name for addresses: "Esszimmertisch Größe L" → "esszimmertisch-groesse-l".
 * Empty when the text has no letter or digit that could stand in one.
 */
export function handleFrom(title: string): string {
  return title
    .toLowerCase()
    .replace(/[äöüßæøå]/g, (letter) => foldings[letter] ?? letter)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)
    .replace(/-+$/, "");
}

const foldings: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "o",
  å: "a",
};

/** The wanted name, or the first of wanted-2, wanted-3 … that is not taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Refuses options and variants that contradict each other. */
export function requireConsistent(product: Pick<ProductInput, "options" | "variants">): void {
  const { options, variants } = product;
  requireUnique(
    options.map(({ code }) => code),
    "option",
  );
  for (const { values } of options)
    requireUnique(
      values.map(({ code }) => code),
      "value",
    );
  const values = new Map(
    options.map(({ code, values: v }) => [code, new Set(v.map((x) => x.code))]),
  );
  const active = variants.filter((variant) => variant.active);
  for (const { sku, options: chosen } of active) {
    const complete = [...values].every(([code, known]) => known.has(chosen[code] ?? ""));
    if (!complete || Object.keys(chosen).length !== values.size) {
      refuse(optionsIncomplete, { sku });
    }
  }
  const choices = active.map((each) => options.map(({ code }) => each.options[code]).join("\n"));
  requireUnique(choices, "variant");
  const twice = firstTwice(variants.map(({ sku }) => sku));
  if (twice !== undefined) refuse(skuTaken, { sku: twice });
  const scannedTwice = firstTwice(variants.flatMap(({ barcode }) => barcode ?? []));
  if (scannedTwice !== undefined) refuse(barcodeTaken, { barcode: scannedTwice });
}

function requireUnique(codes: readonly string[], of: "option" | "value" | "variant"): void {
  const code = firstTwice(codes);
  if (code !== undefined) refuse(optionsIncomplete, { twice: of, code });
}

function firstTwice(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}
