import type { Uuid } from "../../kernel/ids.ts";
import { type Money, money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import {
  type Account,
  accounts,
  applyPrepayments,
  credit,
  debit,
  openBalance,
  type Posting,
  postEntry,
  vatAccount,
} from "../ledger/index.ts";
import { type Order, orderLines, recordInvoiced } from "../orders/index.ts";
import { paymentsOf } from "../payments/index.ts";
import type { DocumentContent, DocumentLine } from "./document.ts";
import { invoiceParts, type ShippedUnits } from "./invoice-parts.ts";
import { issueDocument, type IssuedDocument } from "./issue-document.ts";

export interface Invoicing {
  /** Locked by the caller. */
  readonly order: Order;
  /** Null: what was sold needs no parcel. */
  readonly shipmentId: Uuid | null;
  readonly shipped: readonly ShippedUnits[];
}

/**
 * Invoices a parcel in the transaction that ships it, before `recordShipped`: the document, what it
 * took of each line, the journal entry. What was paid ahead settles it; the rest of cash on delivery is
 * owed by the carrier from now on. The number comes last of all, since its series stays locked until the commit.
 */
export async function issueInvoice(
  ctx: Context,
  { order, shipmentId, shipped }: Invoicing,
): Promise<IssuedDocument> {
  const lines = await orderLines(ctx, order.id);
  const parts = invoiceParts(order, lines, shipped);
  await recordInvoiced(ctx, order.id, parts);
  const { attempts } = await paymentsOf(ctx, order.id);
  const withCredit = attempts.some(({ credit: used }) => used !== null);
  const { currency } = order;
  const prepaid = withCredit
    ? await openBalance(ctx, { role: "prepayments", orderId: order.id, currency })
    : money(0n, currency);
  const issued = await issueDocument(ctx, {
    kind: "invoice",
    order,
    lines,
    parts,
    shipmentId,
    refundId: null,
    corrects: null,
    reason: "",
    prepaidMinor: -prepaid.minor,
    withCredit,
  });
  await bookDocument(ctx, order, issued);
  const settled = await applyPrepayments(ctx, order.id);
  if (order.paymentMethod === "cash-on-delivery" && shipmentId !== null) {
    const paidMinor = settled.reduce((sum, each) => sum + each.minor, 0n);
    await bookHandover(ctx, order, shipmentId, { ...issued, paidMinor });
  }
  return issued;
}

/** An invoice: receivables against revenue and tax. A credit note: the same with the signs turned. */
export async function bookDocument(
  ctx: Context,
  order: Order,
  { id, content }: IssuedDocument,
): Promise<void> {
  const owed = money(BigInt(content.grossMinor), order.currency);
  const postings = [
    debit(accounts.receivables, owed),
    ...revenuePostings(content),
    ...taxPostings(content),
  ];
  const turned = content.kind === "invoice" ? postings : postings.map(turn);
  await postEntry(ctx, {
    causeType: "document",
    causeId: id,
    description: { code: content.kind, params: { label: content.label } },
    orderId: order.id,
    date: content.issuedOn,
    postings: turned,
  });
}

function turn({ account, money: amount }: Posting): Posting {
  return { account, money: money(-amount.minor, amount.currency) };
}

const revenueAccounts = {
  item: accounts.revenue_goods,
  delivery: accounts.revenue_delivery,
  payment_fee: accounts.revenue_fees,
};

function revenuePostings(content: DocumentContent): Posting[] {
  return content.lines.map((line) =>
    credit(accountOf(line, content), amount(line.netMinor, content)),
  );
}

/** A gift card is no revenue until it is redeemed. One that is given back was taken off the cards before. */
function accountOf(line: DocumentLine, { kind }: DocumentContent): Account {
  if (line.productKind !== "gift_card") return revenueAccounts[line.kind];
  return kind === "invoice" ? accounts.gift_cards : accounts.gift_cards_returned;
}

function taxPostings(content: DocumentContent): Posting[] {
  return content.taxes.map((tax) =>
    credit(vatAccount(tax.jurisdiction, tax.rate), amount(tax.taxMinor, content)),
  );
}

function amount(minor: string, content: DocumentContent): Money {
  return money(BigInt(minor), content.currency);
}

/** The parcel carries the bill: from here on the carrier owes us the cash, not the shopper. */
async function bookHandover(
  ctx: Context,
  order: Order,
  shipmentId: Uuid,
  { content, paidMinor }: IssuedDocument & { readonly paidMinor: bigint },
): Promise<void> {
  const due = money(BigInt(content.grossMinor) - paidMinor, content.currency);
  if (due.minor <= 0n) return;
  await postEntry(ctx, {
    causeType: "cash_handover",
    causeId: shipmentId,
    description: { code: "cash_to_collect", params: { label: content.label } },
    orderId: order.id,
    date: content.issuedOn,
    postings: [debit(accounts.cash_on_delivery, due), credit(accounts.receivables, due)],
  });
}
