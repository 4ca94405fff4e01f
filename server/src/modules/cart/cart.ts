import type { Address } from "../../kernel/address.ts";
import type { Currency } from "../../kernel/currency.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import type { EnteredCode } from "../promotions/index.ts";
import type { ProductKind } from "../../kernel/product-kind.ts";
import type { PaymentMethod } from "../settings/index.ts";
import type { Certificate, KeptTax, KnownVatId } from "../tax/index.ts";

/** What someone means to buy, as it stands: nothing is promised yet. Amounts in minor units. */
export interface Cart {
  /** Random: knowing it is the right to use a guest's cart. */
  readonly id: Uuid;
  /** Set: only this customer may use it. */
  readonly customerId: Uuid | null;
  readonly market: string;
  readonly currency: Currency;
  readonly locale: Locale;
  /** As typed; may be no address at all. */
  readonly email: string | null;
  /** May be unfinished. */
  readonly shippingAddress: Partial<Address> | null;
  /** Null: the same as shipping. */
  readonly billingAddress: Partial<Address> | null;
  readonly deliveryOptionId: Uuid | null;
  readonly paymentMethod: PaymentMethod | null;
  /** As typed; may be no VAT id at all. */
  readonly vatId: string | null;
  /** What is known of that VAT id; null: nobody was asked yet. */
  readonly vatIdKnown: KnownVatId | null;
  /** Certificates of exemption of the customer whose cart this is; may have expired. */
  readonly certificates: readonly Certificate[];
  /** A tax service's answer, good for what it was asked. */
  readonly keptTax: KeptTax | null;
  readonly note: string;
  readonly version: number;
  /** Set once, when it became an order. */
  readonly orderId: Uuid | null;
  /** False: the shopper keeps their store credit for later. */
  readonly useStoreCredit: boolean;
  /** Gift cards in the order in which they were entered, then the customer's store credit. */
  readonly credits: readonly CartCredit[];
  readonly lines: readonly CartLine[];
  /** As entered, in the form that is compared. */
  readonly codes: readonly string[];
  /** Those of them that exist, with the key under which they were entered. */
  readonly knownCodes: readonly (EnteredCode & { readonly key: string })[];
  readonly history: ShopperHistory;
  /** Goods that promotions may give away, with what is on the shelves. */
  readonly giftGoods: readonly GiftGoods[];
}

/** What the shop remembers of whoever has this cart, by customer and mailbox. */
export interface ShopperHistory {
  readonly customerId: Uuid | null;
  /** True as long as nothing is known to the contrary. */
  readonly firstOrder: boolean;
  /** Promotion → how often. */
  readonly used: ReadonlyMap<Uuid, number>;
}

/** Goods as a line needs them, with their price in the cart's currency. */
export interface GiftGoods {
  readonly variantId: Uuid;
  readonly productId: Uuid;
  readonly handle: string;
  readonly sku: string;
  readonly title: string;
  readonly options: string;
  readonly pictureKey: string | null;
  readonly unitPriceMinor: bigint;
  readonly taxCategory: string;
  readonly weightGrams: number;
  readonly available: number;
}

/** A gift card entered into the cart, or the signed-in customer's store credit, as it stands now. */
export interface CartCredit {
  readonly id: Uuid;
  readonly kind: "gift_card" | "store_credit";
  readonly codeEnd: string | null;
  readonly currency: string;
  /** What of it is not held for another order. */
  readonly availableMinor: bigint;
  readonly blocked: boolean;
  readonly expiresOn: BusinessDate | null;
}

/** A line with what the catalogue, the price list and the shelves say of its variant now. */
export interface CartLine {
  readonly id: Uuid;
  readonly variantId: Uuid;
  readonly productId: Uuid;
  readonly handle: string;
  readonly sku: string;
  readonly title: string;
  readonly options: string;
  /** Option code → value code. */
  readonly optionValues: Readonly<Record<string, string>>;
  /** Those it was put into, without their parents. */
  readonly categories: readonly Uuid[];
  readonly pictureKey: string | null;
  readonly quantity: number;
  /** What one cost when the shopper last saw it. */
  readonly priceSeenMinor: bigint;
  /** What one costs now, on the market's basis; null: not offered in this currency. */
  readonly unitPriceMinor: bigint | null;
  readonly onSale: boolean;
  /** physical: it is sent; gift_card: it is mailed once it is paid. */
  readonly productKind: ProductKind;
  readonly taxCategory: string;
  readonly weightGrams: number;
  readonly stockPolicy: "refuse" | "backorder" | "order_from_supplier";
  readonly backorderDays: number;
  /** Units on the shelves that nobody has reserved. */
  readonly available: number;
  /** Units that may be promised beyond that, by the variant's policy. */
  readonly backorderRoom: number;
}

/** Can it be bought at all: on sale, with a price in this market? */
export function isForSale(line: CartLine): line is CartLine & { readonly unitPriceMinor: bigint } {
  return line.onSale && line.unitPriceMinor !== null;
}

/** How many of it could be ordered now. */
export function obtainable(line: CartLine): number {
  return line.available + line.backorderRoom;
}

/** Is there anything in it? A form that was never filled in sends empty texts. */
export function isBlankAddress(address: Partial<Address> | null): boolean {
  return address === null || Object.values(address).every((part) => (part ?? "") === "");
}

/** Is there anything in it that has to be sent? What is mailed needs no parcel, and no way to send one. */
export function needsDelivery({ lines }: Pick<Cart, "lines">): boolean {
  return lines.length === 0 || lines.some(({ productKind }) => productKind === "physical");
}
