import type { Uuid } from "../../../kernel/ids.ts";
import { publicUrl } from "../../../platform/config.ts";
import type { Context } from "../../../platform/context.ts";
import { findRedirects, foldedPath, type Redirect, saveRedirects } from "../../content/index.ts";
import type { Sheet } from "../columns/sheet.ts";
import { bad } from "../item-problem.ts";
import type { ImportItem, ItemPlan, KindOfImport } from "../imports/kind-of-import.ts";
import { planEach } from "./plan-each.ts";

/** Old addresses and where they lead now. */
export const redirectImport: KindOfImport<Redirect> = {
  needs: [["from"], ["to"]],
  keyOf: (sheet, row) => ({
    key: foldedPath(pathOf(sheet.cell(row, "from") ?? "")).slice(0, 500),
    code: null,
  }),
  passes: () => 1,
  plan: planRedirects,
  write: (ctx, _importId, work) => saveRedirects(ctx, work),
};

/** The path of an address, with or without its host. */
function pathOf(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text;
  return URL.canParse(text) ? new URL(text).pathname : text;
}

/** A target with a host is this shop's only when the host is ours or the old shop's own. */
function isElsewhere(to: string, from: string): boolean {
  if (!URL.canParse(to)) return false;
  const hosts = [publicUrl(), from].flatMap((each) =>
    URL.canParse(each) ? [new URL(each).host] : [],
  );
  return !hosts.includes(new URL(to).host);
}

const pathShape = /^\/(?![/\\])[^\s\\?#]{0,500}$/;
const targetShape = /^\/(?![/\\])[^\s\\]{0,500}$/;

async function planRedirects(
  ctx: Context,
  _importId: Uuid,
  sheet: Sheet,
  items: readonly ImportItem[],
): Promise<ItemPlan<Redirect>[]> {
  const targets = items.flatMap(({ rows }) =>
    rows.map((row) => foldedPath(pathOf(sheet.cell(row, "to") ?? ""))),
  );
  const known = await findRedirects(ctx, [...items.map(({ key }) => key), ...targets]);
  const byFrom = new Map(known.map(({ from, to }) => [from, to]));
  return planEach(sheet, items, (row) => {
    const [given, wish] = [sheet.cell(row, "from") ?? "", sheet.cell(row, "to") ?? ""];
    const from = foldedPath(pathOf(given));
    const to = isElsewhere(wish, given)
      ? bad("address_invalid", "to", row.number, wish)
      : pathOf(wish);
    if (!pathShape.test(from) || from === "/") bad("address_invalid", "from", row.number, given);
    if (!targetShape.test(to)) bad("address_invalid", "to", row.number, wish);
    const next = byFrom.get(foldedPath(to));
    if (from === foldedPath(to) || (next !== undefined && foldedPath(next) === from))
      bad("redirect_loop", "to", row.number, wish);
    const before = byFrom.get(from);
    return {
      title: from,
      isNew: before === undefined,
      differences: before === to ? [] : [{ field: "to", before: before ?? "", after: to }],
      work: { from, to },
    };
  });
}
