import type { Uuid } from "../../kernel/ids.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { TextByLocale } from "../settings/contract.ts";
import type { Promotion } from "./engine/promotion.ts";
import { rule as ruleSchema } from "./shapes.ts";

/** A promotion as it is kept: the engine's part with its names, limits and history. */
export interface StoredPromotion {
  readonly names: TextByLocale;
  readonly promotion: Promotion;
  readonly maxUses: number | null;
  readonly uses: number;
  readonly budgets: readonly Budget[];
  readonly hasCodes: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

export interface Budget {
  readonly currency: string;
  readonly limitMinor: bigint;
  readonly spentMinor: bigint;
}

export interface PromotionRow {
  id: Uuid;
  names: TextByLocale;
  rule: unknown;
  lane: number;
  priority: number;
  combinable: boolean;
  markets: string[];
  starts_at: Date | null;
  ends_at: Date | null;
  weekdays: number[];
  from_minute: number | null;
  to_minute: number | null;
  paused: boolean;
  max_uses: number | null;
  uses: number;
  max_per_person: number | null;
  version: number;
  created_at: Date;
  changed_at: Date;
  budgets: { currency: string; limitMinor: string; spentMinor: string }[];
  has_codes: boolean;
}

/** What makes a StoredPromotion, from a row `p` of promotions.promotion. */
export const promotionColumns: Sql = sql`
  p.id, p.names, p.rule, p.lane, p.priority, p.combinable, p.markets, p.starts_at, p.ends_at, p.weekdays,
  p.from_minute, p.to_minute, p.paused, p.max_uses, p.uses, p.max_per_person, p.version, p.created_at, p.changed_at,
  (select coalesce(jsonb_agg(jsonb_build_object('currency', b.currency, 'limitMinor', b.limit_minor::text,
     'spentMinor', b.spent_minor::text) order by b.currency), '[]')
   from promotions.budget b where b.promotion_id = p.id) as budgets,
  exists (select from promotions.coupon c where c.promotion_id = p.id) as has_codes`;

export function storedPromotionOf(row: PromotionRow): StoredPromotion {
  const budgets = row.budgets.map(({ currency, limitMinor, spentMinor }) => ({
    currency,
    limitMinor: BigInt(limitMinor),
    spentMinor: BigInt(spentMinor),
  }));
  return {
    names: row.names,
    promotion: {
      id: row.id,
      rule: ruleSchema.parse(row.rule),
      lane: row.lane,
      priority: row.priority,
      combinable: row.combinable,
      markets: row.markets,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      weekdays: row.weekdays,
      fromMinute: row.from_minute,
      toMinute: row.to_minute,
      paused: row.paused,
      usesLeft: row.max_uses === null ? null : row.max_uses - row.uses,
      maxPerPerson: row.max_per_person,
      budgetLeft: new Map(
        budgets.map((each) => [each.currency, each.limitMinor - each.spentMinor]),
      ),
    },
    maxUses: row.max_uses,
    uses: row.uses,
    budgets,
    hasCodes: row.has_codes,
    version: row.version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
