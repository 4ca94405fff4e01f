import { asCurrency } from "../../kernel/currency.ts";
import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { type Money, money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { accounts, credit, debit, postEntry } from "../ledger/index.ts";
import { giftCardUsed } from "./errors.ts";
import { moveCredit } from "./move-credit.ts";

/** Gift cards of a line that are given back for money. */
export interface ReturnedUnits {
  readonly orderLineId: Uuid;
  readonly quantity: number;
  readonly amount: Money;
}

interface UnusedCard {
  readonly id: Uuid;
  readonly order_line_id: Uuid;
  readonly balance_minor: bigint;
}

/**
 * Takes sold gift cards back for a refund: only cards that nothing was spent of, so that nobody has both the
 * money and the card. Refuses `gift_card_used`. The credit note, which follows when the money has gone,
 * takes them off the books for good.
 */
export async function returnGiftCards(
  ctx: Context,
  { orderId, refundId, units }: { orderId: Uuid; refundId: Uuid; units: readonly ReturnedUnits[] },
): Promise<void> {
  const [first] = units;
  if (first === undefined) return;
  const unused = await ctx.db.all<UnusedCard>(sql`
    select a.id, a.order_line_id, a.balance_minor from credit.account a
    where a.order_line_id = any(${units.map((each) => each.orderLineId)}::uuid[])
      and a.balance_minor > 0 and a.held_minor = 0
      and a.balance_minor = (select m.amount_minor from credit.movement m
                             where m.account_id = a.id and m.kind = 'issued')
    order by a.id for no key update`);
  const taken = units.flatMap(({ orderLineId, quantity, amount }) => {
    const cards = unused.filter((card) => card.order_line_id === orderLineId).slice(0, quantity);
    const worth = cards.reduce((sum, card) => sum + card.balance_minor, 0n);
    if (cards.length < quantity || worth !== amount.minor) refuse(giftCardUsed);
    return cards;
  });
  await moveCredit(
    ctx,
    taken.map((card) => ({
      accountId: card.id,
      kind: "returned",
      amountMinor: -card.balance_minor,
      heldMinor: 0n,
      causeType: "refund",
      causeId: refundId,
      orderId,
    })),
  );
  const sum = money(
    taken.reduce((total, card) => total + card.balance_minor, 0n),
    first.amount.currency,
  );
  await postEntry(ctx, {
    causeType: "gift_cards_returned",
    causeId: refundId,
    description: "Gift cards given back",
    orderId,
    postings: [debit(accounts.gift_cards, sum), credit(accounts.gift_cards_returned, sum)],
  });
}

/** What of a line did not go back after all, in minor units. */
export interface RefusedPart {
  readonly orderLineId: Uuid;
  readonly minor: bigint;
}

/**
 * A refund that was refused, in part or whole: so much of the cards that it had taken back is on them again.
 * Lines that sold no cards are passed over; nothing happens a second time. Two round trips, and one to look.
 */
export async function restoreGiftCards(
  ctx: Context,
  refundId: Uuid,
  refused: readonly RefusedPart[],
): Promise<void> {
  const returned = await ctx.db.all<{
    account_id: Uuid;
    order_line_id: Uuid;
    minor: bigint;
    currency: string;
  }>(sql`
    select m.account_id, a.order_line_id, -m.amount_minor as minor, a.currency
    from credit.movement m join credit.account a on a.id = m.account_id
    where m.cause_type = 'refund' and m.cause_id = ${refundId} and m.kind = 'returned'
    order by m.account_id`);
  const left = new Map(refused.map(({ orderLineId, minor }) => [orderLineId, minor]));
  const back = returned.flatMap((card) => {
    const wanted = left.get(card.order_line_id) ?? 0n;
    const minor = wanted < card.minor ? wanted : card.minor;
    left.set(card.order_line_id, wanted - minor);
    return minor > 0n ? [{ ...card, minor }] : [];
  });
  const [first] = back;
  if (first === undefined) return;
  await moveCredit(
    ctx,
    back.map(({ account_id: accountId, minor }) => ({
      accountId,
      kind: "adjusted",
      amountMinor: minor,
      heldMinor: 0n,
      causeType: "refund_failed",
      causeId: refundId,
    })),
  );
  const sum = money(
    back.reduce((total, { minor }) => total + minor, 0n),
    asCurrency(first.currency),
  );
  await postEntry(ctx, {
    causeType: "gift_cards_restored",
    causeId: refundId,
    description: "Gift cards restored, the refund failed",
    postings: [debit(accounts.gift_cards_returned, sum), credit(accounts.gift_cards, sum)],
  });
}
