import type { z } from "zod";
import type { Locale } from "../../kernel/locale.ts";
import { percentText, rateFromPercent } from "../../kernel/rate.ts";
import type { accountKinds, accountRoles, accountView } from "./contract.ts";

export type AccountKind = (typeof accountKinds)[number];
/** What an account is for. Rooms ask for balances by role; codes are for people and exports. */
export type AccountRole = (typeof accountRoles)[number];

/** An account as a posting names it. Those of a provider or a tax rate come into being when first used. */
export interface Account {
  readonly code: string;
  readonly role: AccountRole;
  /** Payment provider of a clearing account. */
  readonly provider?: string;
  /** Of a VAT account: country or state (DE, US-NJ), and the percentage as text ("19", "8.875"). */
  readonly jurisdiction?: string;
  readonly rate?: string;
}

interface RoleFacts {
  /** The account's number, or the beginning of it where a role has many. */
  readonly code: string;
  readonly kind: AccountKind;
  readonly name: { readonly [L in Locale]: string };
}

/** The chart. The first digit is the class: 1 assets, 2 liabilities, 3 equity, 4 revenue, 5 expenses. */
export const chart: { readonly [R in AccountRole]: RoleFacts } = {
  bank: { code: "1000", kind: "asset", name: { en: "Bank and cash", de: "Bank und Kasse" } },
  receivables: {
    code: "1100",
    kind: "asset",
    name: { en: "Receivables", de: "Forderungen aus Lieferungen und Leistungen" },
  },
  clearing: { code: "1200", kind: "asset", name: { en: "Clearing", de: "Verrechnung" } },
  cash_on_delivery: {
    code: "1250",
    kind: "asset",
    name: { en: "Cash on delivery in transit", de: "Nachnahme unterwegs" },
  },
  inventory: { code: "1300", kind: "asset", name: { en: "Inventory", de: "Warenbestand" } },
  prepayments: {
    code: "2000",
    kind: "liability",
    name: { en: "Customer prepayments", de: "Erhaltene Anzahlungen" },
  },
  goods_received: {
    code: "2100",
    kind: "liability",
    name: { en: "Goods received, not yet billed", de: "Wareneingang ohne Rechnung" },
  },
  gift_cards: {
    code: "2300",
    kind: "liability",
    name: { en: "Gift cards not yet redeemed", de: "Verbindlichkeiten aus Gutscheinen" },
  },
  gift_cards_returned: {
    code: "2305",
    kind: "liability",
    name: { en: "Gift cards given back, not yet credited", de: "Zurückgegebene Gutscheine" },
  },
  store_credit: {
    code: "2310",
    kind: "liability",
    name: { en: "Store credit of customers", de: "Kundenguthaben" },
  },
  vat: { code: "2200", kind: "liability", name: { en: "Tax payable", de: "Umsatzsteuer" } },
  opening: {
    code: "3000",
    kind: "equity",
    name: { en: "Opening balances", de: "Eröffnungsbilanz" },
  },
  revenue_goods: {
    code: "4000",
    kind: "revenue",
    name: { en: "Sales of goods", de: "Warenerlöse" },
  },
  revenue_delivery: {
    code: "4100",
    kind: "revenue",
    name: { en: "Delivery charges", de: "Versanderlöse" },
  },
  revenue_fees: {
    code: "4200",
    kind: "revenue",
    name: { en: "Payment fees charged", de: "Erlöse aus Zahlungsgebühren" },
  },
  unredeemed_credit: {
    code: "4300",
    kind: "revenue",
    name: { en: "Expired gift cards and credit", de: "Erlöse aus verfallenen Gutscheinen" },
  },
  cost_of_goods: {
    code: "5000",
    kind: "expense",
    name: { en: "Cost of goods sold", de: "Wareneinsatz" },
  },
  shrinkage: {
    code: "5100",
    kind: "expense",
    name: { en: "Stock losses and differences", de: "Bestandsdifferenzen und Schwund" },
  },
  goodwill: {
    code: "5200",
    kind: "expense",
    name: { en: "Gift cards and credit given", de: "Kulanz: Gutscheine und Guthaben" },
  },
};

type SingleRole = Exclude<AccountRole, "clearing" | "vat">;

function single(role: SingleRole): Account {
  return { code: chart[role].code, role };
}

/** The accounts of which there is one. */
export const accounts: { readonly [R in SingleRole]: Account } = {
  bank: single("bank"),
  receivables: single("receivables"),
  cash_on_delivery: single("cash_on_delivery"),
  inventory: single("inventory"),
  prepayments: single("prepayments"),
  gift_cards: single("gift_cards"),
  gift_cards_returned: single("gift_cards_returned"),
  store_credit: single("store_credit"),
  goods_received: single("goods_received"),
  opening: single("opening"),
  revenue_goods: single("revenue_goods"),
  revenue_delivery: single("revenue_delivery"),
  revenue_fees: single("revenue_fees"),
  unredeemed_credit: single("unredeemed_credit"),
  cost_of_goods: single("cost_of_goods"),
  shrinkage: single("shrinkage"),
  goodwill: single("goodwill"),
};

/** What a payment provider has taken and not yet paid out. */
export function clearingAccount(provider: string): Account {
  return { code: `${chart.clearing.code}-${provider}`, role: "clearing", provider };
}

/**
 * Tax owed to a jurisdiction at a rate. The rate is a percentage with up to four decimals; "19" and
 * "19.0000" name the same account.
 */
export function vatAccount(jurisdiction: string, rate: string): Account {
  const percent = percentText(rateFromPercent(rate));
  return {
    code: `${chart.vat.code}-${jurisdiction}-${percent}`,
    role: "vat",
    jurisdiction,
    rate: percent,
  };
}

/** An account as its row keeps it; the rate has four decimals there. */
export interface AccountRow {
  readonly code: string;
  readonly role: AccountRole;
  readonly provider: string | null;
  readonly jurisdiction: string | null;
  readonly rate: string | null;
}

export function accountFrom({ code, role, provider, jurisdiction, rate }: AccountRow): Account {
  return {
    code,
    role,
    ...(provider === null ? {} : { provider }),
    ...(jurisdiction === null ? {} : { jurisdiction }),
    ...(rate === null ? {} : { rate }),
  };
}

/** The account's name in a language: "Tax payable DE 19 %", "Clearing test-card". */
export function accountName(account: AccountRow, locale: Locale): string {
  const name = chart[account.role].name[locale];
  if (account.provider !== null) return `${name} ${account.provider}`;
  if (account.jurisdiction === null || account.rate === null) return name;
  return `${name} ${account.jurisdiction} ${percentOf(account.rate, locale)}`;
}

function percentOf(rate: string, locale: Locale): string {
  const percent = percentText(rateFromPercent(rate));
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  // Intl reads decimal text exactly; its type asks for the literal form that percentText gives.
  return `${format.format(percent as `${number}`)} %`;
}

export function accountViewOf(account: AccountRow, locale: Locale): z.output<typeof accountView> {
  const { code, role } = account;
  return { code, role, kind: chart[role].kind, name: accountName(account, locale) };
}
