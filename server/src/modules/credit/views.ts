import { money, toWire } from "../../kernel/money.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { z } from "zod";
import { availableMinor, type CreditAccount, stateOfCredit } from "./account.ts";
import type { DeskMovementView, GiftCardView, ownCreditView } from "./contract.ts";
import type { MovementRow } from "./movements.ts";

export function giftCardViewOf(
  card: CreditAccount,
  issuedMinor: bigint,
  today: BusinessDate,
): GiftCardView {
  const wire = (minor: bigint) => toWire(money(minor, card.currency));
  return {
    id: typeId("gift_card", card.id),
    codeEnd: card.codeEnd ?? "",
    state: stateOfCredit(card, today),
    source: card.source,
    balance: wire(card.balanceMinor),
    held: wire(card.heldMinor),
    issued: wire(issuedMinor),
    expiresOn: card.expiresOn,
    recipientEmail: card.recipientEmail,
    recipientName: card.recipientName,
    createdAt: card.createdAt.toISOString(),
    createdBy: card.createdBy,
  };
}

export function ownCreditViewOf(account: CreditAccount): z.output<typeof ownCreditView> {
  const { currency } = account;
  return {
    currency,
    available: toWire(money(availableMinor(account), currency)),
    held: toWire(money(account.heldMinor, currency)),
  };
}

export function movementViewOf(
  row: MovementRow,
  { currency }: Pick<CreditAccount, "currency">,
): DeskMovementView {
  return {
    id: typeId("movement", row.id),
    kind: row.kind,
    amount: toWire(money(row.amount_minor, currency)),
    held: toWire(money(row.held_minor, currency)),
    at: row.at.toISOString(),
    reason: row.reason,
    orderId: row.order_id === null ? null : typeId("order", row.order_id),
    actor: row.actor,
  };
}
