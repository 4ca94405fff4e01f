import type { Uuid } from "../../../kernel/ids.ts";
import { parseTypeId } from "../../../kernel/type-id.ts";
import type { Criterion, Selection } from "../shapes.ts";
import type { Basket, BasketLine } from "./basket.ts";

/** Category → its parent; null at the top. */
export type CategoryTree = ReadonlyMap<Uuid, Uuid | null>;

export type Matcher = (line: BasketLine) => boolean;

/** A selection made ready: whether a line belongs to it, and by which keys its lines can be found. */
export interface CompiledSelection {
  readonly matches: Matcher;
  /** A line that belongs to it has one of these keys; null: only asking each line can tell. */
  readonly keys: readonly string[] | null;
  /** What of the basket belongs to it, at list prices. */
  readonly measure: (basket: Basket) => Measure;
}

export interface Measure {
  readonly totalMinor: bigint;
  readonly quantity: number;
  readonly weightGrams: number;
}

/** Compiles selections; the same one twice is the same object, so that what it matches is found once. */
export type SelectionCompiler = (selection: Selection) => CompiledSelection;

export function selectionCompiler(tree: CategoryTree): SelectionCompiler {
  const known = new Map<string, CompiledSelection>();
  return (selection) => {
    const key = JSON.stringify(selection);
    const compiled = known.get(key) ?? compileSelection(selection, tree);
    known.set(key, compiled);
    return compiled;
  };
}

function compileSelection({ only, not }: Selection, tree: CategoryTree): CompiledSelection {
  const wanted = only.map((each) => compileCriterion(each, tree));
  const unwanted = not.map((each) => compileCriterion(each, tree).matches);
  const anyOf = wanted.map(({ matches }) => matches);
  const keys = wanted.every((each) => each.keys !== null)
    ? wanted.flatMap((each) => each.keys ?? [])
    : null;
  const matches: Matcher = (line) =>
    (anyOf.length === 0 || anyOf.some((each) => each(line))) &&
    !unwanted.some((each) => each(line));
  return { matches, keys: only.length === 0 ? null : keys, measure: measuring(matches) };
}

/** Remembers the answer for the basket that was asked about last: many promotions ask the same. */
function measuring(matches: Matcher): CompiledSelection["measure"] {
  let last: { readonly basket: Basket; readonly measure: Measure } | null = null;
  return (basket) => {
    if (last?.basket === basket) return last.measure;
    let [totalMinor, quantity, weightGrams] = [0n, 0, 0];
    for (const line of basket.lines.filter(matches)) {
      totalMinor += line.unitPriceMinor * BigInt(line.quantity);
      quantity += line.quantity;
      weightGrams += line.weightGrams * line.quantity;
    }
    last = { basket, measure: { totalMinor, quantity, weightGrams } };
    return last.measure;
  };
}

/** The keys under which a line is found: what `CompiledSelection.keys` is compared with. */
export function keysOfLine(line: BasketLine): string[] {
  return [
    `p:${line.productId}`,
    `v:${line.variantId}`,
    `s:${folded(line.sku)}`,
    ...line.categories.map((id) => `c:${id}`),
  ];
}

function compileCriterion(
  each: Criterion,
  tree: CategoryTree,
): Pick<CompiledSelection, "matches" | "keys"> {
  switch (each.by) {
    case "product": {
      const ids = uuids("product", each.ids);
      return { matches: (line) => ids.has(line.productId), keys: prefixed("p", ids) };
    }
    case "variant": {
      const ids = uuids("variant", each.ids);
      return { matches: (line) => ids.has(line.variantId), keys: prefixed("v", ids) };
    }
    case "category": {
      const ids = withAllBelow(uuids("category", each.ids), tree);
      return {
        matches: (line) => line.categories.some((id) => ids.has(id)),
        keys: prefixed("c", ids),
      };
    }
    case "sku": {
      const skus = new Set(each.skus.map(folded));
      return { matches: (line) => skus.has(folded(line.sku)), keys: prefixed("s", skus) };
    }
    case "option": {
      const values = new Set(each.values);
      return { matches: (line) => values.has(line.options[each.option] ?? ""), keys: null };
    }
    case "fact": {
      const values = new Set(each.values);
      return {
        matches: (line) => (line.facts[each.fact] ?? []).some((value) => values.has(value)),
        keys: null,
      };
    }
  }
}

function uuids(prefix: "product" | "variant" | "category", ids: readonly string[]): Set<Uuid> {
  return new Set(ids.map((id) => parseTypeId(prefix, id) ?? ""));
}

function prefixed(prefix: string, ids: ReadonlySet<string>): string[] {
  return [...ids].map((id) => `${prefix}:${id}`);
}

function folded(sku: string): string {
  return sku.toLowerCase();
}

/** These categories and all whose parents, however far up, are among them. */
function withAllBelow(chosen: ReadonlySet<Uuid>, tree: CategoryTree): Set<Uuid> {
  const all = new Set(chosen);
  for (const id of tree.keys()) {
    const path: Uuid[] = [];
    let at: Uuid | null = id;
    while (at !== null && !all.has(at) && path.length < 100) {
      path.push(at);
      at = tree.get(at) ?? null;
    }
    if (at !== null && all.has(at)) for (const below of path) all.add(below);
  }
  return all;
}
