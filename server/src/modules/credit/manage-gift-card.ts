import type { InputOf } from "../../kernel/endpoint.ts";
import { badRequest, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { shopToday } from "../settings/index.ts";
import { lockAccount } from "./account-row.ts";
import { adjustCredit, bookGoodwill } from "./adjust-credit.ts";
import { codeOf, writtenCode } from "./code.ts";
import type {
  adjustGiftCard,
  blockGiftCard,
  issueGiftCard,
  WholeGiftCardView,
} from "./contract.ts";
import { codeShownBefore, noRecipient } from "./errors.ts";
import { giftCardToMail } from "./events.ts";
import { makeGiftCards } from "./issue-gift-cards.ts";
import { readGiftCard } from "./read-gift-cards.ts";

/** Gives a card away: what it costs the shop is booked as goodwill. */
export async function answerIssue(
  ctx: Context,
  { body }: InputOf<typeof issueGiftCard>,
): Promise<WholeGiftCardView> {
  const { expiresOn, reason, ...rest } = body;
  if (expiresOn && expiresOn < (await shopToday(ctx))) {
    refuse(badRequest, { problems: [{ path: "body.expiresOn", code: "in_the_past" }] });
  }
  const causeId = newId();
  const cause = { causeType: "staff", causeId, reason };
  const [id = causeId] = await makeGiftCards(ctx, [
    { ...rest, ...cause, source: "issued", ...(expiresOn === undefined ? {} : { expiresOn }) },
  ]);
  await bookGoodwill(ctx, { kind: "gift_card", amount: body.amount, causeId });
  await recordAudit(ctx, "gift_card.issued", typeId("gift_card", id), {
    amount: { ...toWire(body.amount) },
    reason,
  });
  return readGiftCard(ctx, id);
}

export async function answerBlock(
  ctx: Context,
  { params: { id }, body: { blocked, reason } }: InputOf<typeof blockGiftCard>,
): Promise<WholeGiftCardView> {
  await lockAccount(ctx, id, "gift_card");
  await ctx.db.run(sql`
    update credit.account set blocked = ${blocked}, version = version + 1 where id = ${id}`);
  const action = blocked ? "gift_card.blocked" : "gift_card.unblocked";
  await recordAudit(ctx, action, typeId("gift_card", id), { reason });
  return readGiftCard(ctx, id);
}

export async function answerAdjustment(
  ctx: Context,
  { params: { id }, body }: InputOf<typeof adjustGiftCard>,
): Promise<WholeGiftCardView> {
  const card = await lockAccount(ctx, id, "gift_card");
  await adjustCredit(ctx, card, body);
  await recordAudit(ctx, "gift_card.adjusted", typeId("gift_card", id), {
    amount: { ...toWire(body.amount) },
    reason: body.reason,
  });
  return readGiftCard(ctx, id);
}

/** The code, to whoever asks first, once. The card's own mail does not count. */
export async function showCode(ctx: Context, id: Uuid): Promise<{ code: string }> {
  const card = await lockAccount(ctx, id, "gift_card");
  if (card.codeShown) refuse(codeShownBefore);
  await ctx.db.run(sql`
    update credit.account set code_shown_at = ${ctx.now}, version = version + 1 where id = ${id}`);
  await recordAudit(ctx, "gift_card.code_shown", typeId("gift_card", id), {});
  return { code: writtenCode(codeOf(id)) };
}

export async function mailAgain(ctx: Context, id: Uuid): Promise<undefined> {
  const card = await lockAccount(ctx, id, "gift_card");
  if (card.recipientEmail === "") refuse(noRecipient);
  publish(ctx, giftCardToMail, { cardId: id, mailing: newId() });
  await recordAudit(ctx, "gift_card.mailed_again", typeId("gift_card", id), {});
  return undefined;
}
