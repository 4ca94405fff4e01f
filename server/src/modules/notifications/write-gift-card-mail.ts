import type { Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { cardToMail } from "../credit/index.ts";
import { getSettings } from "../settings/index.ts";
import { giftCardLetter } from "./letters/gift-card-letter.ts";
import { pageUrl, writeMail } from "./write-mail.ts";

/** Mails a gift card to its recipient. The mail that is kept shows the last characters of the code alone. */
export async function writeGiftCardMail(
  ctx: Context,
  { cardId, mailing }: { readonly cardId: Uuid; readonly mailing: Uuid },
): Promise<void> {
  const card = await cardToMail(ctx, cardId);
  const { name: shop } = await getSettings(ctx, "shop");
  const letter = giftCardLetter({
    shop,
    locale: card.locale,
    home: pageUrl("/", card.locale),
    name: card.recipientName,
    amount: money(card.balanceMinor, card.currency),
    code: card.hidden,
    message: card.message,
    expiresOn: card.expiresOn,
  });
  await writeMail(ctx, {
    kind: "gift_card",
    recipient: card.recipientEmail,
    locale: card.locale,
    letter,
    giftCardId: cardId,
    cause: mailing,
  });
}
