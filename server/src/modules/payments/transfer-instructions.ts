import { type BusinessDate, businessDate } from "../../kernel/time.ts";
import { type Money, money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import type { Order } from "../orders/index.ts";
import { getSettings } from "../settings/index.ts";
import { dueMinor } from "./order-rules.ts";

/** Where and how a bank transfer for an order is sent. */
export interface TransferInstructions {
  readonly accountHolder: string;
  readonly iban: string;
  readonly bic: string;
  readonly bank: string;
  /** What is still due. */
  readonly amount: Money;
  /** To be written in the transfer: the order's number. */
  readonly reference: string;
  readonly payBy: BusinessDate | null;
}

/** Null when nothing is due by transfer. */
export async function transferInstructions(
  ctx: Context,
  order: Order,
): Promise<TransferInstructions | null> {
  const due = dueMinor(order) - order.capturedMinor;
  if (order.paymentMethod !== "bank-transfer" || due <= 0n) return null;
  const { accountHolder, iban, bic, bank } = await getSettings(ctx, "bank-transfer");
  const { timeZone } = await getSettings(ctx, "shop");
  return {
    accountHolder,
    iban,
    bic,
    bank,
    amount: money(due, order.currency),
    reference: order.number,
    payBy: order.payBy === null ? null : businessDate(order.payBy, timeZone),
  };
}
