import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { badRequest, errorKind, notFound } from "../../kernel/errors.ts";
import { idSchema, idView, moneyView } from "../../kernel/wire.ts";
import { creditPartView } from "../credit/contract.ts";
import { attemptStates, operationKinds, operationStates, refundPurposes } from "./payment.ts";

/** details: `{ capturable }` in minor units. */
export const captureTooMuch = errorKind(
  "capture_too_much",
  409,
  "More than what is authorised cannot be taken",
);
/** details: `{ refundable }` in minor units. */
export const refundTooMuch = errorKind(
  "refund_too_much",
  409,
  "More than what was paid cannot be given back",
);
/** details: `{ state }` of the order. */
export const notPayable = errorKind("not_payable", 409, "This order cannot be paid now");
/** Nothing is on its way to be collected: nothing was shipped, or all was collected. */
export const nothingToCollect = errorKind(
  "nothing_to_collect",
  409,
  "There is no cash to collect for this order",
);
/** details: `{ state }`. */
export const operationFinished = errorKind(
  "operation_finished",
  409,
  "This payment operation has ended",
);
/** details: `{ missing: [column…] , headers }`. */
export const statementUnreadable = errorKind(
  "statement_unreadable",
  400,
  "This is no bank statement that can be read",
);
/** details: `{ state }`. */
export const bankLineSettled = errorKind(
  "bank_line_settled",
  409,
  "This line was dealt with before",
);

export const operationView = z.object({
  id: z.string(),
  kind: z.enum(operationKinds),
  amount: moneyView,
  state: z.enum(operationStates),
  failure: z.string().nullable(),
  /** order, shipment, refund, cancellation, bank_line, cash, … */
  causeType: z.string(),
  createdAt: z.iso.datetime(),
});

/** An attempt as staff see it. */
export const attemptView = z.object({
  id: idView("attempt"),
  provider: z.string(),
  /** Last four characters of the code of the gift card that pays this part. */
  codeEnd: z.string().nullable(),
  amount: moneyView,
  state: z.enum(attemptStates),
  providerRef: z.string().nullable(),
  captured: moneyView,
  refunded: moneyView,
  failure: z.string().nullable(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  operations: z.array(operationView),
});
export type AttemptView = z.output<typeof attemptView>;

export const refundView = z.object({
  id: idView("refund"),
  amount: moneyView,
  net: moneyView,
  tax: moneyView,
  purpose: z.enum(refundPurposes),
  reason: z.string(),
  state: z.enum(["pending", "succeeded", "failed"]),
  lines: z.array(
    z.object({
      orderLineId: idView("order_line"),
      quantity: z.int(),
      net: moneyView,
      tax: moneyView,
    }),
  ),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type RefundView = z.output<typeof refundView>;

/** Where and how to send a bank transfer. */
export const transferInstructionsView = z.object({
  accountHolder: z.string(),
  iban: z.string(),
  bic: z.string(),
  bank: z.string(),
  amount: moneyView,
  /** To be written in the transfer: the order's number. */
  reference: z.string(),
  /** Last day; the order is cancelled afterwards. */
  payBy: z.string().nullable(),
});
export type TransferInstructionsView = z.output<typeof transferInstructionsView>;

/** What a shopper sees of the payment for an order: the latest attempt. */
export const shopperPaymentView = z.object({
  order: z.object({ number: z.string(), status: z.string(), paymentStatus: z.string() }),
  provider: z.string().nullable(),
  /** waiting: the shopper has something to do; checking: the provider has not answered yet. */
  state: z.enum(["none", "waiting", "checking", "authorised", "paid", "failed", "refunded"]),
  failure: z.string().nullable(),
  action: z.object({ type: z.literal("redirect"), url: z.string() }).nullable(),
  /** The parts that gift cards and store credit pay. */
  credits: z.array(creditPartView),
  transfer: transferInstructionsView.nullable(),
});
export type ShopperPaymentView = z.output<typeof shopperPaymentView>;

const secretParams = z.object({ secret: z.string().min(16).max(100) });

export const readPayment = endpoint({
  id: "readPayment",
  method: "GET",
  path: "/api/store/orders/by-link/:secret/payment",
  summary: "Where the payment for an order stands, and what the shopper can do",
  allow: "anyone",
  params: secretParams,
  reply: shopperPaymentView,
  errors: [notFound],
});

export const returnFromPayment = endpoint({
  id: "returnFromPayment",
  method: "POST",
  path: "/api/store/orders/by-link/:secret/payment/return",
  summary: "Back from the provider's page: ask the provider now and settle. Safe to call again",
  allow: "anyone",
  params: secretParams,
  reply: shopperPaymentView,
  errors: [notFound],
  perMinute: 60,
});

// ---- Bank statements ----

const columnNumber = z.int().min(0).max(99);

export const statementColumns = z.object({
  date: columnNumber,
  amount: columnNumber,
  reference: columnNumber,
  payer: columnNumber.nullable(),
  currency: columnNumber.nullable(),
});

/** A statement as it was exported by the bank: CSV with any of the usual separators, as text. */
const statementBody = z.object({
  csv: z.string().min(1).max(4_000_000),
  /** Which column holds what, by number from 0; found by their headings when absent. */
  columns: statementColumns.optional(),
});

export const bankLineStates = ["matched", "unmatched", "ignored"] as const;
/**
 * Why a line was not booked, or what is odd about one that was: no order, not a bank-transfer order,
 * money going out, another currency, less or more than what is due, paid before.
 */
export const bankLineProblems = [
  "no_order",
  "several_orders",
  "other_method",
  "outgoing",
  "other_currency",
  "underpaid",
  "overpaid",
  "already_paid",
  "order_cancelled",
] as const;

const statementLine = {
  bookedOn: z.string(),
  amount: moneyView,
  reference: z.string(),
  payer: z.string(),
  state: z.enum(bankLineStates),
  problem: z.enum(bankLineProblems).nullable(),
  order: z.object({ id: idView("order"), number: z.string(), due: moneyView }).nullable(),
};

export const previewStatement = endpoint({
  id: "previewStatement",
  method: "POST",
  path: "/api/admin/bank-statements/preview",
  summary: "What importing a bank statement would do, line by line; changes nothing",
  allow: "payments:write",
  body: statementBody,
  maxBodyBytes: 5_000_000,
  reply: z.object({
    headers: z.array(z.string()),
    columns: statementColumns,
    lines: z.array(z.object({ row: z.int(), ...statementLine, known: z.boolean() })),
    badRows: z.array(z.object({ row: z.int(), problem: z.string(), text: z.string() })),
  }),
  errors: [statementUnreadable],
});

export const importStatement = endpoint({
  id: "importStatement",
  method: "POST",
  path: "/api/admin/bank-statements",
  summary: "Import a bank statement: each line once, what matches an order is booked as paid",
  allow: "payments:write",
  body: statementBody,
  maxBodyBytes: 5_000_000,
  reply: z.object({
    matched: z.int(),
    unmatched: z.int(),
    /** Lines that an earlier import had brought. */
    known: z.int(),
    badRows: z.array(z.object({ row: z.int(), problem: z.string(), text: z.string() })),
  }),
  errors: [statementUnreadable],
  idempotent: true,
});

export const bankLineView = z.object({ id: idView("statement_line"), ...statementLine });
export type BankLineView = z.output<typeof bankLineView>;

export const listBankLines = endpoint({
  id: "listBankLines",
  method: "GET",
  path: "/api/admin/bank-lines",
  summary: "Lines of imported bank statements, newest first",
  allow: "orders:read",
  query: z.object({
    state: z.enum(bankLineStates).optional(),
    after: idSchema("statement_line").optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(bankLineView), next: z.string().nullable() }),
});

export const assignBankLine = endpoint({
  id: "assignBankLine",
  method: "POST",
  path: "/api/admin/bank-lines/:lineId/assignment",
  summary: "Book an unmatched line for an order",
  allow: "payments:write",
  params: z.object({ lineId: idSchema("statement_line") }),
  body: z.object({ orderNumber: z.string().trim().min(1).max(40) }),
  reply: bankLineView,
  errors: [notFound, bankLineSettled, notPayable, badRequest],
  idempotent: true,
});

export const ignoreBankLine = endpoint({
  id: "ignoreBankLine",
  method: "POST",
  path: "/api/admin/bank-lines/:lineId/dismissal",
  summary: "Put an unmatched line aside: it pays no order",
  allow: "payments:write",
  params: z.object({ lineId: idSchema("statement_line") }),
  reply: bankLineView,
  errors: [notFound, bankLineSettled],
  idempotent: true,
});

export const confirmOperation = endpoint({
  id: "confirmOperation",
  method: "POST",
  path: "/api/admin/payment-operations/:operationId/confirmation",
  summary: "A refund that people make themselves (bank transfer, cash) has been sent",
  allow: "orders:refund",
  params: z.object({ operationId: z.uuid() }),
  reply: z.object({ operation: operationView }),
  errors: [notFound, operationFinished],
  idempotent: true,
});

export const listProviderEvents = endpoint({
  id: "listProviderEvents",
  method: "GET",
  path: "/api/admin/provider-events",
  summary: "What payment providers told us and what came of it, newest first",
  allow: "orders:read",
  query: z.object({
    /** True: only those that changed nothing because something in them was wrong. */
    problems: z.enum(["true", "false"]).default("false"),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        provider: z.string(),
        eventId: z.string(),
        receivedAt: z.iso.datetime(),
        processedAt: z.iso.datetime().nullable(),
        outcome: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
