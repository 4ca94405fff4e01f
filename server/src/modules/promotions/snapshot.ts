import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { forgetTags, keepReady, rememberTagged } from "../../platform/memory.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";
import { compilePromotions, type PromotionSet } from "./engine/compile.ts";
import type { CategoryTree } from "./engine/selection.ts";
import {
  promotionColumns,
  type PromotionRow,
  type StoredPromotion,
  storedPromotionOf,
} from "./stored-promotion.ts";

/** All promotions that may matter to a basket, made ready. */
export interface PromotionsSnapshot {
  readonly set: PromotionSet;
  readonly byId: ReadonlyMap<Uuid, StoredPromotion>;
}

/** Touched by whoever changes a promotion, or uses up what one may give. */
const promotionsTag = "promotions";
/** Touched by the catalogue when a category is put elsewhere. */
const treeTag = "category-tree";

/** Promotions as last committed, from memory; redeeming compares them with what the database has. */
export async function promotionsSnapshot(ctx: Context): Promise<PromotionsSnapshot> {
  const stored = await rememberTagged(ctx, promotionsTag, () => loadPromotions(ctx));
  const tree = await rememberTagged(ctx, treeTag, () => loadTree(ctx));
  return compiled(stored, tree);
}

/** Has this process know the promotions before anyone asks. `ctx` is for reading and stays in use. */
export async function keepPromotionsReady(ctx: Context): Promise<void> {
  await Promise.all([
    keepReady(ctx.memory, promotionsTag, () => loadPromotions(ctx)),
    keepReady(ctx.memory, treeTag, () => loadTree(ctx)),
  ]);
}

/** Called by whoever changes a promotion: every process learns of it when that commits. */
export function touchPromotions(ctx: Context): void {
  touchTag(ctx, promotionsTag);
}

/** What this process remembers turned out to be old, and the transaction that found out will not commit. */
export function forgetPromotions({ memory }: Context): void {
  forgetTags(memory, [promotionsTag]);
}

const ready = new WeakMap<readonly StoredPromotion[], [CategoryTree, PromotionsSnapshot]>();

function compiled(stored: readonly StoredPromotion[], tree: CategoryTree): PromotionsSnapshot {
  const known = ready.get(stored);
  if (known?.[0] === tree) return known[1];
  const snapshot = {
    set: compilePromotions(
      stored.map(({ promotion }) => promotion),
      tree,
    ),
    byId: new Map(stored.map((each) => [each.promotion.id, each])),
  };
  ready.set(stored, [tree, snapshot]);
  return snapshot;
}

/** Those that ended long ago are left out; recent ones stay, so that a code can be told to be over. */
async function loadPromotions(ctx: Context): Promise<readonly StoredPromotion[]> {
  const rows = await ctx.db.all<PromotionRow>(sql`
    select ${promotionColumns} from promotions.promotion p
    where p.ends_at is null or p.ends_at > ${ctx.now}::timestamptz - interval '30 days'
    order by p.id`);
  return rows.map(storedPromotionOf);
}

async function loadTree(ctx: Context): Promise<CategoryTree> {
  const rows = await ctx.db.all<{ id: Uuid; parent_id: Uuid | null }>(sql`
    select id, parent_id from catalog.category_parent`);
  return new Map(rows.map(({ id, parent_id }) => [id, parent_id]));
}
