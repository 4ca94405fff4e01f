import { z } from "zod";
import { endpoint, fileReply } from "../../kernel/endpoint.ts";
import { errorKind, notFound } from "../../kernel/errors.ts";
import { isBusinessDate } from "../../kernel/time.ts";
import {
  currencySchema,
  idSchema,
  idView,
  longText,
  moneySchema,
  moneyView,
  text,
} from "../../kernel/wire.ts";

/** The one currency in which goods are valued; money of customers is booked in the order's own. */
export const booksCurrency = "EUR";

export const entryReversed = errorKind(
  "entry_reversed",
  409,
  "This journal entry was reversed before",
);
/** Entries of stock, payments and documents are corrected where they were caused. */
export const entryNotReversible = errorKind(
  "entry_not_reversible",
  409,
  "Correct this where it was caused",
);
/** details: `{ currency, difference }`, debits less credits. */
export const entryUnbalanced = errorKind(
  "entry_unbalanced",
  409,
  "Debits and credits are not equal",
);
/** details: `{ account }`. Stock, receivables, prepayments and tax follow from orders and goods alone. */
export const accountNotManual = errorKind(
  "account_not_manual",
  409,
  "This account is not booked by hand",
);

export const accountKinds = ["asset", "liability", "equity", "revenue", "expense"] as const;
export const accountRoles = [
  "bank",
  "clearing",
  "cash_on_delivery",
  "receivables",
  "inventory",
  "prepayments",
  "gift_cards",
  "gift_cards_returned",
  "store_credit",
  "goods_received",
  "vat",
  "opening",
  "revenue_goods",
  "revenue_delivery",
  "revenue_fees",
  "unredeemed_credit",
  "cost_of_goods",
  "shrinkage",
  "goodwill",
] as const;

const day = z.string().refine(isBusinessDate, { error: "Not a date" });
const limit = z.coerce.number().int().min(1).max(100).default(50);

export const accountView = z.object({
  code: z.string(),
  /** In the reader's language. */
  name: z.string(),
  kind: z.enum(accountKinds),
  role: z.enum(accountRoles),
});

export const postingView = z.object({
  account: accountView,
  /** One of the two is set; both are positive. */
  debit: moneyView.nullable(),
  credit: moneyView.nullable(),
});

export const entryView = z.object({
  id: idView("entry"),
  date: z.string(),
  postedAt: z.iso.datetime(),
  /** What caused it: capture, invoice, goods_issue, stock_receipt, … */
  causeType: z.string(),
  description: z.string(),
  orderId: idView("order").nullable(),
  reversesId: idView("entry").nullable(),
  reversedById: idView("entry").nullable(),
  postings: z.array(postingView),
});

const journalFilter = {
  from: day.optional(),
  to: day.optional(),
  account: z.string().max(40).optional(),
  orderId: idSchema("order").optional(),
  causeType: z.string().max(40).optional(),
};

export const listAccounts = endpoint({
  id: "listAccounts",
  method: "GET",
  path: "/api/admin/books/accounts",
  summary: "The chart of accounts",
  allow: "books:read",
  reply: z.object({ items: z.array(accountView) }),
});

export const readTrialBalance = endpoint({
  id: "readTrialBalance",
  method: "GET",
  path: "/api/admin/books/trial-balance",
  summary: "Debits, credits and balance of every account, by currency, up to a day",
  allow: "books:read",
  query: z.object({ from: day.optional(), to: day.optional() }),
  reply: z.object({
    rows: z.array(
      z.object({
        account: accountView,
        currency: currencySchema,
        debit: moneyView,
        credit: moneyView,
        /** Debit less credit. */
        balance: moneyView,
      }),
    ),
    /** One a currency; debit and credit are equal. */
    totals: z.array(z.object({ currency: currencySchema, debit: moneyView, credit: moneyView })),
  }),
});

export const readAccountSheet = endpoint({
  id: "readAccountSheet",
  method: "GET",
  path: "/api/admin/books/accounts/:code",
  summary: "One account's postings in one currency, oldest first, with the running balance",
  allow: "books:read",
  params: z.object({ code: z.string().max(40) }),
  query: z.object({
    currency: currencySchema,
    from: day.optional(),
    to: day.optional(),
    after: z.string().max(200).optional(),
    limit,
  }),
  reply: z.object({
    account: accountView,
    /** The balance before the first item. */
    carried: moneyView,
    items: z.array(
      z.object({
        entryId: idView("entry"),
        date: z.string(),
        causeType: z.string(),
        description: z.string(),
        orderId: idView("order").nullable(),
        /** Debit positive, credit negative. */
        amount: moneyView,
        balance: moneyView,
      }),
    ),
    next: z.string().nullable(),
  }),
  errors: [notFound],
});

export const listEntries = endpoint({
  id: "listEntries",
  method: "GET",
  path: "/api/admin/books/entries",
  summary: "The journal, newest first",
  allow: "books:read",
  query: z.object({ ...journalFilter, after: idSchema("entry").optional(), limit }),
  reply: z.object({ items: z.array(entryView), next: z.string().nullable() }),
});

export const readEntry = endpoint({
  id: "readEntry",
  method: "GET",
  path: "/api/admin/books/entries/:entryId",
  summary: "One journal entry",
  allow: "books:read",
  params: z.object({ entryId: idSchema("entry") }),
  reply: entryView,
  errors: [notFound],
});

export const exportJournal = endpoint({
  id: "exportJournal",
  method: "GET",
  path: "/api/admin/books/journal.csv",
  summary: "The journal as CSV, one line a posting; at most 100,000 lines",
  allow: "books:read",
  query: z.object(journalFilter),
  reply: fileReply,
  produces: "text/csv",
});

export const postManualEntry = endpoint({
  id: "postManualEntry",
  method: "POST",
  path: "/api/admin/books/entries",
  summary:
    "Book by hand what no room of the shop causes: a payout that arrived, cash banked, losses",
  allow: "books:write",
  body: z.object({
    description: text(200),
    date: day,
    postings: z
      .array(
        z.object({
          /** The code of an account in the chart. */
          account: z.string().max(40),
          /** Debit positive, credit negative. */
          amount: moneySchema,
        }),
      )
      .min(2)
      .max(50),
  }),
  reply: entryView,
  errors: [notFound, entryUnbalanced, accountNotManual],
  idempotent: true,
});

export const reverseEntry = endpoint({
  id: "reverseEntry",
  method: "POST",
  path: "/api/admin/books/entries/:entryId/reversal",
  summary: "Correct a manual entry by its opposite",
  allow: "books:write",
  params: z.object({ entryId: idSchema("entry") }),
  body: z.object({ reason: longText(300).pipe(z.string().min(1)) }),
  reply: entryView,
  errors: [notFound, entryReversed, entryNotReversible],
  idempotent: true,
});
