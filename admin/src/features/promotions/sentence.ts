import type {
  Action,
  Condition,
  Criterion,
  Leaf,
  Selection,
} from "@shopwright/server/contracts/promotions";
import { countryName } from "@shopwright/server/kernel/country";
import type { Locale } from "@shopwright/server/kernel/locale";
import type { MoneyView } from "@shopwright/server/kernel/money";
import type { PromotionWords } from "../../locales/promotions.ts";
import { sayDay } from "../../ui/date-time.tsx";
import { sayMoney } from "../../ui/money.tsx";
import { isGroup } from "./promotion-draft.ts";
import type { PromotionDraft } from "./promotion-draft.ts";

/** What a sentence about a promotion is made with. */
export interface Teller {
  readonly words: PromotionWords;
  readonly locale: Locale;
  /** The name of a category, product, variant or market; its id or code while that is not known. */
  readonly nameOf: (id: string) => string;
}

/** A promotion in one sentence: "10 % off lamps, when a code is entered; on Monday and Tuesday". */
export function sayPromotion(draft: PromotionDraft, teller: Teller): string {
  const { words } = teller;
  const what = sayAction(draft.rule.action, teller);
  const conditions = sayCondition(draft.rule.condition, teller);
  const main = conditions === "" ? what : words.sentence.when(what, conditions);
  return [main, ...window(draft, teller), ...limits(draft, teller)].join("; ");
}

function sayAction(action: Action, teller: Teller): string {
  const { sentence } = teller.words;
  const number = numberIn(teller);
  switch (action.kind) {
    case "percent_off":
      return sentence.off(sentence.percent(number(action.percent)), goods(action.on, teller));
    case "amount_off": {
      const say = action.each ? sentence.offEach : sentence.off;
      return say(amounts(action.amounts, teller), goods(action.on, teller));
    }
    case "set_price":
      return sentence.set(
        number(action.quantity),
        goods(action.on, teller),
        amounts(action.amounts, teller),
      );
    case "buy_get": {
      const { buy, get, percent } = action;
      const [buying, getting] = [number(action.buyQuantity), number(action.getQuantity)];
      const main = sentence.buyGet(buying, goods(buy, teller), getting, goods(get, teller));
      return `${main} ${percent === "100" ? sentence.free : sentence.less(number(percent))}`;
    }
    case "gift": {
      const name = action.variantId === "" ? sentence.something : teller.nameOf(action.variantId);
      return sentence.gift(number(action.quantity), name);
    }
    case "delivery_percent":
      return action.percent === "100"
        ? sentence.deliveryFree
        : sentence.deliveryOff(number(action.percent));
    case "delivery_price":
      return sentence.deliveryFor(amounts(action.amounts, teller));
  }
}

/** Empty when nothing is asked. */
function sayCondition(condition: Condition, teller: Teller): string {
  const { sentence } = teller.words;
  if (!isGroup(condition)) return sayLeaf(condition, teller);
  const inner = condition.kind === "all" ? sentence.and : sentence.or;
  const parts = condition.of.flatMap((part) => {
    const said = sayCondition(part, teller);
    // Brackets only where one "and" or "or" stands within another.
    const several = isGroup(part) && part.kind !== "none" && part.of.length > 1;
    return said === "" ? [] : [several && condition.of.length > 1 ? `(${said})` : said];
  });
  if (parts.length === 0) return "";
  const joined = parts.join(inner);
  return condition.kind === "none" ? sentence.none(joined) : joined;
}

function sayLeaf(leaf: Leaf, teller: Teller): string {
  const { sentence } = teller.words;
  const number = numberIn(teller);
  switch (leaf.kind) {
    case "total":
      return sentence.total(goods(leaf.of, teller), amounts(leaf.atLeast, teller));
    case "quantity":
      return sentence.quantity(goods(leaf.of, teller), number(leaf.atLeast));
    case "weight": {
      const weight = `${number(leaf.atLeastGrams / 1000)} kg`;
      return sentence.weight(goods(leaf.of, teller), weight);
    }
    case "coupon":
    case "signed_in":
    case "first_order":
      return sentence[leaf.kind];
    case "country":
      return sentence.country(
        list(
          leaf.codes.map((code) => countryName(code, teller.locale)),
          teller,
          "or",
        ),
      );
    case "market":
      return sentence.market(list(leaf.codes.map(teller.nameOf), teller, "or"));
    case "weekday":
      return sentence.weekday(
        list(
          leaf.days.map((day) => weekdayName(day, teller.locale)),
          teller,
          "or",
        ),
      );
    case "date":
      return [
        leaf.from === undefined ? "" : sentence.dateFrom(sayDay(leaf.from, teller.locale)),
        leaf.to === undefined ? "" : sentence.dateTo(sayDay(leaf.to, teller.locale)),
      ]
        .filter((part) => part !== "")
        .join(" ");
    case "group":
      return sentence.group(list(leaf.codes, teller, "or"));
    case "customer":
      return sentence.customer(leaf.ids.length);
  }
}

function window(draft: PromotionDraft, teller: Teller): string[] {
  const { sentence } = teller.words;
  const { weekdays, fromMinute, toMinute, markets } = draft;
  const days = weekdays.toSorted((a, b) => a - b).map((day) => weekdayName(day, teller.locale));
  const hours = fromMinute !== null || toMinute !== null;
  return [
    ...(days.length === 0 ? [] : [sentence.onDays(list(days, teller, "and"))]),
    ...(hours ? [sentence.hours(clock(fromMinute ?? 0), clock(toMinute ?? 1440))] : []),
    ...(markets.length === 0 ? [] : [sentence.in(list(markets.map(teller.nameOf), teller, "and"))]),
  ];
}

function limits({ maxUses, maxPerPerson }: PromotionDraft, teller: Teller): string[] {
  const { sentence } = teller.words;
  const number = numberIn(teller);
  return [
    ...(maxUses === null ? [] : [sentence.first(number(maxUses))]),
    ...(maxPerPerson === null
      ? []
      : [maxPerPerson === 1 ? sentence.once : sentence.times(number(maxPerPerson))]),
  ];
}

function goods({ only, not }: Selection, teller: Teller): string {
  const { sentence } = teller.words;
  const said = (criteria: readonly Criterion[]) =>
    list(
      criteria.flatMap((each) => sayCriterion(each, teller)),
      teller,
      "and",
    );
  const chosen = only.length === 0 ? sentence.everything : said(only);
  return not.length === 0 ? chosen : sentence.except(chosen, said(not));
}

/** The names of what a criterion chooses, each by itself. */
export function sayCriterion(each: Criterion, teller: Teller): string[] {
  const { sentence } = teller.words;
  switch (each.by) {
    case "category":
    case "product":
    case "variant":
      return each.ids.map(teller.nameOf);
    case "sku":
      return [sentence.skus(each.skus.join(", "))];
    case "option":
      return [sentence.option(each.option, each.values.join(", "))];
    case "fact":
      return [sentence.option(each.fact, each.values.join(", "))];
  }
}

function amounts(list: readonly MoneyView[], { words, locale }: Teller): string {
  if (list.length === 0) return words.sentence.noAmount;
  return list.map((amount) => sayMoney(amount, locale)).join(" / ");
}

function list(names: readonly string[], { locale }: Teller, kind: "and" | "or"): string {
  const type = kind === "and" ? "conjunction" : "disjunction";
  return new Intl.ListFormat(locale, { type }).format(names);
}

function numberIn({ locale }: Teller): (value: number | string) => string {
  return (value) => new Intl.NumberFormat(locale).format(Number(value));
}

/** 1 = Monday. */
export function weekdayName(day: number, locale: Locale, style: "long" | "short" = "long"): string {
  // 1 January 2024 was a Monday.
  const moment = new Date(Date.UTC(2024, 0, day));
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" }).format(moment);
}

/** Minutes of the day as a clock shows them: 90 is 01:30. */
export function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
