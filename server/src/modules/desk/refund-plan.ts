import { refuse } from "../../kernel/errors.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Order, OrderLine } from "../orders/index.ts";
import type { RefundLine } from "../payments/index.ts";
import { refundTax, refundTaxOfAmount, type SoldLine, type TakenPart } from "../tax/index.ts";
import { lineRefundTooMuch } from "./contract.ts";

/** What staff ask for: units of lines, an amount of money, or (neither) everything. */
export interface RefundWish {
  readonly lines?:
    | readonly { readonly orderLineId: string; readonly quantity: number }[]
    | undefined;
  readonly amountMinor?: bigint | undefined;
}

/**
 * What a refund takes of each line. Only what was invoiced can be refunded (what was not sent is
 * cancelled), and only once. Amounts come from the amounts stored with the order: no tax is worked
 * out anew. An amount without lines is spread over all lines by what is left of each.
 *
 * Example: a chair of 119.00 and delivery of 11.90 were invoiced. 13.09 as a gesture are 11.90 of the
 * chair and 1.19 of the delivery; afterwards 117.81 are left to refund.
 */
export function planRefund(
  order: Pick<Order, "taxIncluded">,
  lines: readonly OrderLine[],
  wish: RefundWish,
): RefundLine[] {
  const parts =
    wish.lines !== undefined
      ? byUnits(order, lines, wish.lines)
      : wish.amountMinor !== undefined
        ? byAmount(order, lines.filter(isGoods), wish.amountMinor)
        : lines.map(everything);
  const taken = parts.filter((part) => part.netMinor + part.taxMinor > 0n);
  if (taken.length === 0) refuse(lineRefundTooMuch, { refundable: "0" });
  return taken;
}

/** Gift cards are given back whole, one by one: a gesture takes nothing off them. */
function isGoods({ productKind }: OrderLine): boolean {
  return productKind !== "gift_card";
}

/** Units of a line that were invoiced and are not refunded. */
export function refundableUnits(line: OrderLine): number {
  return Math.max(0, invoicedUnits(line) - line.quantityRefunded);
}

/** Money of a line that was invoiced and is not refunded, with tax. */
export function refundableOfLine(line: OrderLine): bigint {
  const { netMinor, taxMinor } = everything(line);
  return netMinor + taxMinor;
}

function invoicedUnits(line: OrderLine): number {
  if (line.kind === "item") return line.quantityShipped;
  return line.invoicedNetMinor + line.invoicedTaxMinor > 0n ? line.quantity : 0;
}

function everything(line: OrderLine): RefundLine {
  return {
    orderLineId: line.id,
    quantity: refundableUnits(line),
    netMinor: line.invoicedNetMinor - line.refundedNetMinor,
    taxMinor: line.invoicedTaxMinor - line.refundedTaxMinor,
  };
}

function byUnits(
  order: Pick<Order, "taxIncluded">,
  lines: readonly OrderLine[],
  wanted: readonly { readonly orderLineId: string; readonly quantity: number }[],
): RefundLine[] {
  const units = new Map<string, number>();
  for (const { orderLineId, quantity } of wanted) {
    units.set(orderLineId, (units.get(orderLineId) ?? 0) + quantity);
  }
  return [...units].map(([orderLineId, quantity]) => {
    const line = lines.find((each) => each.id === orderLineId);
    const refundable = line === undefined ? 0 : refundableUnits(line);
    if (line === undefined || quantity > refundable) {
      refuse(lineRefundTooMuch, {
        orderLineId: typeId("order_line", orderLineId),
        refundable: refundable.toString(),
      });
    }
    const part = refundTax(soldPart(order, line), quantity, takenPart(line));
    return { orderLineId, quantity, netMinor: part.net, taxMinor: part.tax };
  });
}

function byAmount(
  order: Pick<Order, "taxIncluded">,
  lines: readonly OrderLine[],
  amountMinor: bigint,
): RefundLine[] {
  const left = lines.reduce((sum, line) => sum + refundableOfLine(line), 0n);
  if (amountMinor <= 0n || amountMinor > left) {
    refuse(lineRefundTooMuch, { refundable: left.toString() });
  }
  const parts = refundTaxOfAmount(
    amountMinor,
    lines.map((line) => ({ sold: soldPart(order, line), taken: takenPart(line) })),
  );
  return lines.map((line, index) => ({
    orderLineId: line.id,
    quantity: 0,
    netMinor: parts[index]?.net ?? 0n,
    taxMinor: parts[index]?.tax ?? 0n,
  }));
}

function soldPart(order: Pick<Order, "taxIncluded">, line: OrderLine): SoldLine {
  return {
    quantity: invoicedUnits(line),
    net: line.invoicedNetMinor,
    tax: line.invoicedTaxMinor,
    taxIncluded: order.taxIncluded,
  };
}

function takenPart(line: OrderLine): TakenPart {
  return {
    quantity: line.quantityRefunded,
    net: line.refundedNetMinor,
    tax: line.refundedTaxMinor,
  };
}
