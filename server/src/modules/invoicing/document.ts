import type { Address } from "../../kernel/address.ts";
import type { Currency } from "../../kernel/currency.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { ProductKind } from "../../kernel/product-kind.ts";
import type { BusinessDate } from "../../kernel/time.ts";

export type DocumentKind = "invoice" | "credit_note";

/** Amounts in minor units as text: the content is JSON, frozen when the document is issued. */
export interface DocumentLine {
  readonly kind: "item" | "delivery" | "payment_fee";
  readonly orderLineId: string;
  /** Absent: goods that are sent. */
  readonly productKind?: ProductKind;
  readonly sku: string;
  readonly title: string;
  readonly options: string;
  /** 0: money only, without goods coming back. */
  readonly quantity: number;
  /** As sold: with tax where `taxIncluded`. */
  readonly unitPriceMinor: string;
  /** Names of what reduced the line; absent on documents from before there were discounts. */
  readonly discounts?: readonly string[];
  readonly netMinor: string;
  readonly taxMinor: string;
  readonly taxRate: string;
  readonly taxJurisdiction: string;
  readonly taxReason: string;
}

export interface DocumentTax {
  /** Percent in its shortest form. */
  readonly rate: string;
  readonly jurisdiction: string;
  readonly reason: string;
  readonly netMinor: string;
  readonly taxMinor: string;
}

/** Everything a document shows. Nothing of it is looked up later, so it always prints the same. */
export interface DocumentContent {
  readonly kind: DocumentKind;
  readonly label: string;
  readonly locale: Locale;
  readonly issuedOn: BusinessDate;
  readonly orderNumber: string;
  readonly orderedOn: BusinessDate;
  readonly seller: {
    readonly name: string;
    readonly legalName: string;
    readonly address: Address;
    readonly vatId: string;
    readonly email: string;
    readonly phone: string;
  };
  readonly buyer: Address;
  readonly shipTo: Address | null;
  /** The buyer's VAT id, and the certificate that freed them; absent where there is none. */
  readonly buyerVatId?: string;
  readonly certificate?: string;
  /** The seller's number in the country whose tax is charged, where that is not its own. */
  readonly sellerTaxIds?: readonly { readonly country: string; readonly number: string }[];
  readonly currency: Currency;
  readonly taxIncluded: boolean;
  readonly lines: readonly DocumentLine[];
  readonly taxes: readonly DocumentTax[];
  readonly netMinor: string;
  readonly taxMinor: string;
  readonly grossMinor: string;
  readonly paymentMethod: string;
  /** What was paid ahead of cash that is collected; absent where nothing was, or nothing is collected. */
  readonly prepaidMinor?: string;
  /** True when gift cards or store credit pay a part of the order beside `paymentMethod`. */
  readonly withCredit?: boolean;
  /** The label of the invoice that this corrects, and why. */
  readonly corrects: string | null;
  readonly reason: string;
}

/** What a document takes of one order line. */
export interface LinePart {
  readonly orderLineId: string;
  readonly quantity: number;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
}

/** Tax by jurisdiction, rate and reason, in the order in which the lines first name them. */
export function summariseTax(lines: readonly DocumentLine[]): DocumentTax[] {
  const groups = new Map<string, DocumentTax>();
  for (const line of lines) {
    const key = `${line.taxJurisdiction} ${line.taxRate} ${line.taxReason}`;
    const before = groups.get(key);
    groups.set(key, {
      rate: line.taxRate,
      jurisdiction: line.taxJurisdiction,
      reason: line.taxReason,
      netMinor: String(BigInt(before?.netMinor ?? 0) + BigInt(line.netMinor)),
      taxMinor: String(BigInt(before?.taxMinor ?? 0) + BigInt(line.taxMinor)),
    });
  }
  return [...groups.values()];
}
