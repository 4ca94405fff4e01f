import { owner } from "../../../test/support/test-shop.ts";
import type { CallInput } from "../../kernel/endpoint.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { runAudit } from "../../platform/audit.ts";
import { type CartView, enterCartCode } from "../cart/contract.ts";
import type { StockedShop } from "../checkout/examples.ts";
import { checks as orderChecks } from "../orders/audit.ts";
import { checks } from "./audit.ts";
import { type CouponView, createCoupon, createPromotion, type PromotionView } from "./contract.ts";

type Body = NonNullable<CallInput<typeof createPromotion>["body"]>;

export const anyGoods = { only: [], not: [] };
export const onlyWithCode = { kind: "all" as const, of: [{ kind: "coupon" as const }] };

let made = 0;

/** Ten percent off everything, at any time, without limits. */
export function aPromotion(more: Partial<Body>): Body {
  made += 1;
  return {
    names: { en: `Sale ${made}` },
    rule: {
      condition: { kind: "all", of: [] },
      action: { kind: "percent_off", on: anyGoods, percent: "10" },
    },
    lane: 1,
    priority: 0,
    combinable: true,
    markets: [],
    startsAt: null,
    endsAt: null,
    weekdays: [],
    fromMinute: null,
    toMinute: null,
    paused: false,
    maxUses: null,
    maxPerPerson: null,
    budgets: [],
    ...more,
  };
}

interface Promoting {
  /** A promotion on some goods only, so that tests do not meet in one basket. */
  readonly promoted: (variants: readonly Uuid[], more?: Partial<Body>) => Promise<PromotionView>;
  readonly coupon: (
    of: PromotionView,
    code: string,
    maxUses?: number | null,
  ) => Promise<CouponView>;
  readonly enter: (cartId: string, code: string, clientAddress?: string) => Promise<CartView>;
  /** The checks of promotions and orders that do not hold. */
  readonly offences: () => Promise<string[]>;
}

/** What tests do with promotions in a shop. */
export function promoting(shop: StockedShop): Promoting {
  return {
    promoted: (variants, more = {}) => {
      const ids = variants.map((id) => typeId("variant", id));
      const on = { only: [{ by: "variant" as const, ids }], not: [] };
      const action = { kind: "percent_off" as const, percent: "10", on };
      const body = aPromotion({ rule: { condition: { kind: "all", of: [] }, action }, ...more });
      return shop.call(createPromotion, { body, idempotencyKey: newId() }, owner);
    },
    coupon: (of, code, maxUses = null) => {
      const [params, body] = [{ id: of.id }, { code, maxUses }];
      return shop.call(createCoupon, { params, body, idempotencyKey: newId() }, owner);
    },
    enter: (cartId, code, clientAddress = newId()) => {
      const input = { params: { id: cartId }, body: { code } };
      return shop.call(enterCartCode, input, undefined, { clientAddress });
    },
    offences: async () => {
      const results = await runAudit(shop.database, [...checks, ...orderChecks]);
      return results.filter((each) => each.offences.length > 0).map(({ id }) => id);
    },
  };
}
