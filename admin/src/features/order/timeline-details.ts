import type { MoneyView } from "@shopwright/server/kernel/money";
import type { OrderWords } from "../../locales/order.ts";
import type { StatusWords } from "../../locales/statuses.ts";
import { sayMoney } from "../../ui/money.tsx";

type Details = Readonly<Record<string, unknown>>;

interface Reader {
  readonly words: OrderWords;
  readonly states: StatusWords;
  readonly locale: string;
}

/** The details of a timeline entry as text: text and reason on lines of their own, the rest in one. */
export function sayDetails(details: Details, reader: Reader): string | null {
  const short = [
    amountOf(details["amount"], reader.locale),
    named(details["method"], reader.states.methods),
    textOf(details["number"]),
    textOf(details["shipment"]),
    textOf(details["label"]),
    named(details["carrier"], reader.states.carriers),
    textOf(details["tracking"]),
    typeof details["units"] === "number" ? reader.words.units(details["units"]) : null,
  ];
  const lines = [
    textOf(details["text"]),
    short.filter((part) => part !== null).join(" · "),
    ...linesOf(details["lines"]),
    named(details["reason"], reader.words.reasons),
  ];
  return lines.filter((line) => line !== null && line !== "").join("\n") || null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function named(value: unknown, names: Readonly<Record<string, string>>): string | null {
  const text = textOf(value);
  return text === null ? null : (names[text] ?? text);
}

function amountOf(value: unknown, locale: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { minor, currency } = value as Partial<MoneyView>;
  return typeof minor === "string" && currency !== undefined
    ? sayMoney({ minor, currency }, locale)
    : null;
}

function linesOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((line: unknown) => {
    const { quantity, title, sku } = (line ?? {}) as Details;
    const name = textOf(title) ?? textOf(sku);
    return typeof quantity === "number" && name !== null ? [`${quantity} × ${name}`] : [];
  });
}
