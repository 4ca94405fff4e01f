import { formatAddress } from "../../../kernel/address.ts";
import { formatMoney, money } from "../../../kernel/money.ts";
import { formatDate } from "../../../kernel/time.ts";
import type { ShipmentView } from "../../fulfilment/contract.ts";
import { type Order, type OrderLine, outstandingMoney } from "../../orders/index.ts";
import type { TransferInstructions } from "../../payments/index.ts";
import { type Block, type GoodsRow, type Letter, paragraph, type Total } from "./letter.ts";
import { type MailWords, mailWords, type ParcelPart } from "./words.ts";

/** What mails about an order start from. */
export interface OrderMail {
  readonly order: Order;
  readonly shop: string;
  /** The order's page. */
  readonly url: string;
}

export function confirmationLetter(mail: OrderMail, lines: readonly OrderLine[]): Letter {
  const { order, shop } = mail;
  const said = mailWords(order.locale);
  const words = said.confirmed({ number: order.number, shop });
  const amount = amountsOf(order);
  const payment = order.shippingAddress === null ? said.payAtPickup : said.payAtDoor;
  const blocks: Block[] = [];
  if (order.paymentMethod === "bank-transfer") blocks.push(paragraph(said.payLater));
  if (order.paymentMethod === "cash-on-delivery")
    blocks.push(paragraph(payment(amount(outstandingMoney(order).minor))));
  blocks.push(
    { kind: "button", label: said.seeOrder, url: mail.url },
    { kind: "heading", text: said.yourOrder },
    {
      kind: "goods",
      rows: lines.map((line) => goodsRow(line, order, said)),
      totals: totalsOf(order, said),
    },
    { kind: "facts", rows: deliveryFacts(order, said) },
  );
  return orderLetter(mail, words, blocks);
}

export function transferLetter(mail: OrderMail, transfer: TransferInstructions): Letter {
  const { order, shop } = mail;
  const said = mailWords(order.locale);
  const amount = formatMoney(transfer.amount, tagOf(order));
  const words = said.transfer({ number: order.number, shop, amount });
  const fields = said.transferFields;
  const rows: (readonly [string, string])[] = [
    [fields.holder, transfer.accountHolder],
    [fields.iban, transfer.iban.replaceAll(/(.{4})(?=.)/g, "$1 ")],
    [fields.bic, transfer.bic],
    [fields.bank, transfer.bank],
    [fields.amount, amount],
    [fields.reference, transfer.reference],
  ];
  const blocks: Block[] = [{ kind: "facts", rows: rows.filter(([, value]) => value !== "") }];
  if (transfer.payBy !== null) {
    const payBy = `${fields.payBy} ${formatDate(transfer.payBy, tagOf(order))}.`;
    blocks.push(paragraph(`${payBy} ${said.transferAfter}`));
  }
  blocks.push({ kind: "button", label: said.seeOrder, url: mail.url });
  return orderLetter(mail, words, blocks);
}

export function shippedLetter(mail: OrderMail, parcel: ShipmentView, part: ParcelPart): Letter {
  const { order, shop } = mail;
  const said = mailWords(order.locale);
  const { number } = order;
  const collected = parcel.carrier === "pickup";
  const words = collected
    ? said.collect({ number, shop, place: parcel.location.name })
    : said.shipped({ number, shop, part });
  const rows = parcel.lines.map((line) => ({
    title: line.title,
    below: line.options,
    quantity: `${line.quantity} ×`,
    amount: "",
  }));
  const blocks: Block[] = [];
  if (parcel.trackingUrl !== "")
    blocks.push({ kind: "button", label: said.track, url: parcel.trackingUrl });
  blocks.push({ kind: "facts", rows: parcelFacts(order, parcel, { said, part }) });
  blocks.push({ kind: "heading", text: said.inParcel }, { kind: "goods", rows, totals: [] });
  blocks.push(paragraph(said.invoiceThere));
  blocks.push({ kind: "button", label: said.seeOrder, url: mail.url });
  return orderLetter(mail, words, blocks);
}

export function cancelledLetter(mail: OrderMail, reason: string): Letter {
  const { order, shop } = mail;
  const said = mailWords(order.locale);
  const words = said.cancelled({ number: order.number, shop });
  const why = said.cancelReasons[reason] ?? reason;
  const blocks: Block[] = [];
  if (why !== "") blocks.push({ kind: "facts", rows: [[said.reason, why]] });
  if (order.capturedMinor > order.refundedMinor) blocks.push(paragraph(said.moneyReturns));
  blocks.push({ kind: "button", label: said.seeOrder, url: mail.url });
  return orderLetter(mail, words, blocks);
}

export interface RefundFacts {
  readonly amountMinor: bigint;
  /** True when a credit note belongs to it. */
  readonly credited: boolean;
  /** By which means it went: providers, gift-card, store-credit. */
  readonly ways: readonly string[];
}

export function refundedLetter(
  mail: OrderMail,
  { amountMinor, credited, ways }: RefundFacts,
): Letter {
  const { order, shop } = mail;
  const said = mailWords(order.locale);
  const amount = amountsOf(order)(amountMinor);
  const words = said.refunded({ number: order.number, shop, amount });
  const blocks: Block[] = ways.map((way) => paragraph(said.refundTo(way)));
  if (credited) blocks.push(paragraph(said.creditNoteThere));
  blocks.push({ kind: "button", label: said.seeOrder, url: mail.url });
  return orderLetter(mail, words, blocks);
}

type Words = ReturnType<MailWords["confirmed"]>;

function orderLetter({ order, shop }: OrderMail, words: Words, blocks: readonly Block[]): Letter {
  const said = mailWords(order.locale);
  return {
    subject: words.subject,
    preview: words.lead,
    title: words.title,
    blocks: [paragraph(said.hello(order.billingAddress.name)), paragraph(words.lead), ...blocks],
    why: said.whyOrder(order.number, shop),
  };
}

function tagOf(order: Order): string {
  if (order.locale !== "en") return order.locale;
  return order.billingAddress.country === "US" ? "en-US" : "en-GB";
}

function amountsOf(order: Order): (minor: bigint) => string {
  return (minor) => formatMoney(money(minor, order.currency), tagOf(order));
}

function goodsRow(line: OrderLine, order: Order, said: MailWords): GoodsRow {
  const charge = line.kind === "item" ? null : said.lineNames[line.kind];
  return {
    title: line.title || (charge ?? ""),
    below: [
      line.options,
      ...line.discounts.map((each) => `${each.name}: −${amountsOf(order)(each.amountMinor)}`),
    ]
      .filter(Boolean)
      .join(" · "),
    quantity: charge === null ? `${line.quantity} ×` : "",
    amount: amountsOf(order)(order.taxIncluded ? line.totalMinor : line.netMinor),
  };
}

function totalsOf(order: Order, said: MailWords): Total[] {
  const amount = amountsOf(order);
  const total = { label: said.total, amount: amount(order.totalMinor), bold: true };
  const tax = amount(order.taxMinor);
  if (order.taxIncluded) {
    const inside = { label: said.taxInside, amount: tax, bold: false };
    return order.taxMinor === 0n ? [total] : [total, inside];
  }
  const before = { label: said.subtotal, amount: amount(order.netMinor), bold: false };
  return [before, { label: said.tax, amount: tax, bold: false }, total];
}

function addressOf(order: Order): string {
  return order.shippingAddress === null
    ? ""
    : formatAddress(order.shippingAddress, { locale: order.locale }).join("\n");
}

function deliveryFacts(order: Order, said: MailWords): (readonly [string, string])[] {
  const { earliest, latest, name, kind } = order.delivery;
  const [first, last] = [earliest, latest].map((day) => formatDate(day, tagOf(order), "medium"));
  const rows: (readonly [string, string])[] = [
    [said.facts.order, order.number],
    [said.facts.delivery, name],
    [
      order.shippingAddress === null ? said.facts.ready : said.facts.arrives,
      kind === "email" ? "" : first === last ? `${last}` : `${first} – ${last}`,
    ],
    [said.facts.address, addressOf(order)],
    [said.facts.payment, said.methods[order.paymentMethod] ?? ""],
  ];
  return rows.filter(([, value]) => value !== "");
}

function parcelFacts(
  order: Order,
  parcel: ShipmentView,
  { said, part }: { readonly said: MailWords; readonly part: ParcelPart },
): (readonly [string, string])[] {
  const due = outstandingMoney(order);
  const owed = order.paymentMethod === "cash-on-delivery" && part === "whole" && due.minor > 0n;
  const rows: (readonly [string, string])[] = [
    [said.facts.carrier, said.carriers[parcel.carrier] ?? parcel.carrierName],
    [said.facts.tracking, parcel.trackingNumber],
    [said.facts.address, addressOf(order)],
    [said.cashDue, owed ? formatMoney(due, tagOf(order)) : ""],
  ];
  return rows.filter(([, value]) => value !== "");
}
