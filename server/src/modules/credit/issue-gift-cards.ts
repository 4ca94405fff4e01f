import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Money } from "../../kernel/money.ts";
import { addDays, type BusinessDate } from "../../kernel/time.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { getSettings, shopToday } from "../settings/index.ts";
import type { CreditSource } from "./account.ts";
import { codeEnd, codeHash, codeOf } from "./code.ts";
import { giftCardToMail } from "./events.ts";
import { moveCredit } from "./move-credit.ts";

export interface NewGiftCard {
  /** What it is worth. One made for a refund begins with nothing: the refund's payment brings the money. */
  readonly amount: Money;
  readonly source: CreditSource;
  readonly recipientEmail: string;
  readonly recipientName: string;
  readonly message: string;
  readonly locale: Locale;
  /** Null: for good. Absent: as the settings say. */
  readonly expiresOn?: BusinessDate | null;
  readonly causeType: string;
  readonly causeId: Uuid;
  readonly orderId?: Uuid;
  /** The line that sold it. */
  readonly orderLineId?: Uuid;
  readonly reason?: string;
}

/**
 * Makes gift cards and has them mailed to those who have an address: two round trips whatever their
 * number. The journal entry is the caller's: an invoice when they were sold, goodwill when they are given.
 * @returns their ids, in this order
 */
export async function makeGiftCards(
  ctx: Context,
  cards: readonly NewGiftCard[],
): Promise<readonly Uuid[]> {
  const usual = await usualExpiry(ctx);
  const made = cards.map((card) => ({ id: newId(), card }));
  const rows = made.map(({ id, card }) => ({
    id,
    currency: card.amount.currency,
    expires_on: card.expiresOn === undefined ? usual : card.expiresOn,
    code_hash: codeHash(codeOf(id)),
    code_end: codeEnd(codeOf(id)),
    recipient_email: card.recipientEmail,
    recipient_name: card.recipientName,
    message: card.message,
    locale: card.locale,
    source: card.source,
    order_line_id: card.orderLineId ?? null,
  }));
  await ctx.db.run(sql`
    insert into credit.account
      (id, kind, currency, expires_on, code_hash, code_end, recipient_email, recipient_name, message, locale,
       source, order_line_id, created_at, created_by)
    select id, 'gift_card', currency, expires_on, code_hash, code_end, recipient_email, recipient_name, message,
           locale, source, order_line_id, ${ctx.now}, ${actorOf(ctx)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c
      (id uuid, currency text, expires_on date, code_hash text, code_end text, recipient_email text,
       recipient_name text, message text, locale text, source text, order_line_id uuid)`);
  const worth = made.filter(({ card }) => card.source !== "refund");
  await moveCredit(
    ctx,
    worth.map(({ id, card }) => ({
      accountId: id,
      kind: "issued",
      amountMinor: card.amount.minor,
      heldMinor: 0n,
      causeType: card.causeType,
      causeId: card.causeId,
      ...(card.orderId === undefined ? {} : { orderId: card.orderId }),
      reason: card.reason ?? "",
    })),
  );
  for (const { id, card } of made) {
    if (card.recipientEmail !== "") publish(ctx, giftCardToMail, { cardId: id, mailing: id });
  }
  return made.map(({ id }) => id);
}

/** The last day of a card made today, by the settings. */
async function usualExpiry(ctx: Context): Promise<BusinessDate | null> {
  const { giftCardDays } = await getSettings(ctx, "credit");
  return giftCardDays === null ? null : addDays(await shopToday(ctx), giftCardDays);
}
