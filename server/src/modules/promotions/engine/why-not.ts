import type { Basket, EnteredCode, Moment } from "./basket.ts";
import type { Reason } from "../shapes.ts";
import type { CompiledPromotion } from "./compile.ts";
import type { Promotion } from "./promotion.ts";

interface Against {
  readonly reason: Reason;
  readonly unmet: readonly string[];
}

/** Why a promotion is no matter for this basket, whatever it would take off; null when nothing is against it. */
export function whyNot(
  { promotion, condition }: CompiledPromotion,
  basket: Basket,
  code: EnteredCode | null,
): Against | null {
  const plain = (reason: Reason): Against => ({ reason, unmet: [] });
  const outside = outsideWindow(promotion, basket);
  if (outside !== null) return plain(outside);
  const usable = code !== null && code.problem === null;
  if (!condition.holds(basket, usable)) {
    const codeWouldDo = condition.asksForCode && condition.holds(basket, true);
    if (code !== null && codeWouldDo) {
      return plain(code.problem === "blocked" ? "code_blocked" : "code_used_up");
    }
    if (codeWouldDo) return plain("code_missing");
    return { reason: "condition_not_met", unmet: [...new Set(condition.unmet(basket, usable))] };
  }
  if (promotion.usesLeft !== null && promotion.usesLeft <= 0) return plain("uses_exhausted");
  const used = basket.shopper.used.get(promotion.id) ?? 0;
  if (promotion.maxPerPerson !== null && used >= promotion.maxPerPerson) {
    return plain("person_exhausted");
  }
  return null;
}

function outsideWindow(promotion: Promotion, { market, moment }: Basket): Reason | null {
  if (promotion.paused) return "paused";
  if (promotion.startsAt !== null && moment.at < promotion.startsAt) return "not_started";
  if (promotion.endsAt !== null && moment.at >= promotion.endsAt) return "ended";
  if (promotion.markets.length > 0 && !promotion.markets.includes(market)) return "other_market";
  return isItsTime(promotion, moment) ? null : "other_time";
}

/** Hours that end before they begin go over midnight, and belong to the day on which they begin. */
function isItsTime({ weekdays, fromMinute, toMinute }: Promotion, moment: Moment): boolean {
  const from = fromMinute ?? 0;
  const to = toMinute ?? 1440;
  const { minute, weekday } = moment;
  const onDay = (day: number) => weekdays.length === 0 || weekdays.includes(day);
  if (from < to) return onDay(weekday) && minute >= from && minute < to;
  if (minute >= from) return onDay(weekday);
  return minute < to && onDay(weekday === 1 ? 7 : weekday - 1);
}
