import { present } from "../../kernel/assert.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { type BusinessDate, businessDate } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { Order, OrderLine } from "../orders/index.ts";
import { getSettings, shopToday } from "../settings/index.ts";
import {
  type DocumentContent,
  type DocumentKind,
  type DocumentLine,
  type LinePart,
  summariseTax,
} from "./document.ts";
import { fiscalYearOf, takeNumber } from "./number-series.ts";

export interface NewDocument {
  readonly kind: DocumentKind;
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly parts: readonly LinePart[];
  readonly shipmentId: Uuid | null;
  readonly refundId: Uuid | null;
  readonly corrects: { readonly id: Uuid; readonly label: string } | null;
  readonly reason: string;
  /** Absent: as the order is paid. */
  readonly paymentMethod?: string;
  /** What stands to the order's credit and settles this document, in minor units. */
  readonly prepaidMinor?: bigint;
  /** Gift cards or store credit pay a part of the order. */
  readonly withCredit?: boolean;
}

export interface IssuedDocument {
  readonly id: Uuid;
  readonly content: DocumentContent;
}

/**
 * Issues a document: freezes what it shows and takes the next number of its series. The number's row
 * stays locked until the transaction ends, so call it as late as can be. Two round trips.
 */
export async function issueDocument(ctx: Context, wanted: NewDocument): Promise<IssuedDocument> {
  const shop = await getSettings(ctx, "shop");
  const issuedOn = await shopToday(ctx);
  const series = wanted.kind === "invoice" ? shop.invoiceSeriesPrefix : "CN";
  const year = fiscalYearOf(issuedOn, shop.fiscalYearStartMonth);
  const { registrations } = await getSettings(ctx, "tax");
  const draft = draftContent(wanted, shop, registrations, issuedOn);
  const { number, label } = await takeNumber(ctx, series, year);
  const content: DocumentContent = { ...draft, label };
  const id = newId();
  await writeDocument(ctx, { id, wanted, content, series, year, number });
  return { id, content };
}

type Shop = Awaited<ReturnType<typeof getSettings<"shop">>>;
type Registrations = Awaited<ReturnType<typeof getSettings<"tax">>>["registrations"];

function draftContent(
  wanted: NewDocument,
  shop: Shop,
  registrations: Registrations,
  issuedOn: BusinessDate,
): DocumentContent {
  const { order } = wanted;
  const lines = wanted.parts.map((part) => documentLine(wanted.lines, part));
  const sum = (pick: (line: DocumentLine) => string) =>
    lines.reduce((total, line) => total + BigInt(pick(line)), 0n);
  const net = sum((line) => line.netMinor);
  const tax = sum((line) => line.taxMinor);
  const taxes = summariseTax(lines);
  const bearing = taxes.filter(({ taxMinor }) => taxMinor !== "0");
  const charged = new Set(bearing.map(({ jurisdiction }) => jurisdiction.slice(0, 2)));
  const taxIds = registrations.filter(({ country, number }) => number && charged.has(country));
  const { name, legalName, address, vatId, email, phone } = shop;
  const evidence = order.taxEvidence;
  return {
    kind: wanted.kind,
    label: "",
    locale: order.locale,
    issuedOn,
    orderNumber: order.number,
    orderedOn: businessDate(order.placedAt ?? order.createdAt, shop.timeZone),
    seller: { name, legalName, address, vatId, email, phone },
    buyer: order.billingAddress,
    shipTo: order.shippingAddress,
    ...(evidence?.vatId ? { buyerVatId: evidence.vatId.vatId } : {}),
    ...(evidence?.certificate ? { certificate: evidence.certificate.number } : {}),
    ...(taxIds.length > 0 ? { sellerTaxIds: taxIds } : {}),
    currency: order.currency,
    taxIncluded: order.taxIncluded,
    lines,
    taxes,
    netMinor: String(net),
    taxMinor: String(tax),
    grossMinor: String(net + tax),
    paymentMethod: wanted.paymentMethod ?? order.paymentMethod,
    ...paidAhead(wanted, net + tax),
    corrects: wanted.corrects?.label ?? null,
    reason: wanted.reason,
  };
}

function paidAhead(
  { order, prepaidMinor = 0n, withCredit = false }: NewDocument,
  grossMinor: bigint,
): Pick<DocumentContent, "prepaidMinor" | "withCredit"> {
  const collected = order.paymentMethod === "cash-on-delivery" && prepaidMinor > 0n;
  const settles = prepaidMinor < grossMinor ? prepaidMinor : grossMinor;
  return {
    ...(collected ? { prepaidMinor: settles.toString() } : {}),
    ...(withCredit && order.paymentMethod !== "none" ? { withCredit } : {}),
  };
}

function documentLine(lines: readonly OrderLine[], part: LinePart): DocumentLine {
  const line = present(
    lines.find((each) => each.id === part.orderLineId),
    "the line of a document",
  );
  const { kind, sku, title, options, taxRate, taxJurisdiction, taxReason } = line;
  return {
    kind,
    orderLineId: line.id,
    ...(line.productKind === "physical" ? {} : { productKind: line.productKind }),
    sku,
    title,
    options,
    quantity: part.quantity,
    unitPriceMinor: String(line.unitPriceMinor),
    ...(line.discounts.length > 0 && { discounts: line.discounts.map(({ name }) => name) }),
    netMinor: String(part.netMinor),
    taxMinor: String(part.taxMinor),
    taxRate,
    taxJurisdiction,
    taxReason,
  };
}

interface Row {
  readonly id: Uuid;
  readonly wanted: NewDocument;
  readonly content: DocumentContent;
  readonly series: string;
  readonly year: number;
  readonly number: bigint;
}

async function writeDocument(
  ctx: Context,
  { id, wanted, content, series, year, number }: Row,
): Promise<void> {
  const taxes = content.taxes.map((each, index) => ({ ...each, position: index + 1 }));
  await ctx.db.run(sql`
    with new_document as (
      insert into invoicing.document (id, kind, series, fiscal_year, number, label, order_id, shipment_id, refund_id,
        corrects_id, currency, net_minor, tax_minor, gross_minor, content, issued_on, issued_at)
      values (${id}, ${wanted.kind}, ${series}, ${year}, ${number}, ${content.label}, ${wanted.order.id},
        ${wanted.shipmentId}, ${wanted.refundId}, ${wanted.corrects?.id ?? null}, ${content.currency},
        ${content.netMinor}, ${content.taxMinor}, ${content.grossMinor}, ${JSON.stringify(content)}::jsonb,
        ${content.issuedOn}, ${ctx.now})
    )
    insert into invoicing.document_tax (document_id, position, rate, jurisdiction, reason, net_minor, tax_minor)
    select ${id}, t.position, t.rate, t.jurisdiction, t.reason, t."netMinor", t."taxMinor"
    from jsonb_to_recordset(${JSON.stringify(taxes)}::jsonb) as t
      (position smallint, rate numeric, jurisdiction text, reason text, "netMinor" bigint, "taxMinor" bigint)`);
}
