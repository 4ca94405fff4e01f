import type { Locale } from "../../kernel/locale.ts";
import { formatDateTime } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { subscription, type Subscription } from "../../platform/events.ts";
import { giftCardToMail } from "../credit/index.ts";
import { unseal } from "../../platform/sealed.ts";
import { parcelShipped } from "../fulfilment/index.ts";
import {
  accountSecured,
  customerSignedUp,
  passwordResetRequested,
  signUpRepeated,
  staffInvited,
} from "../identity/index.ts";
import { orderCancelled, orderPlaced } from "../orders/index.ts";
import { refundSucceeded } from "../payments/index.ts";
import { getSettings } from "../settings/index.ts";
import {
  type AccountMail,
  invitationLetter,
  passwordResetLetter,
  securedLetter,
  signUpLetter,
  signUpRepeatedLetter,
} from "./letters/account-letters.ts";
import { writeGiftCardMail } from "./write-gift-card-mail.ts";
import { pageUrl, writeMail } from "./write-mail.ts";
import {
  writeCancelledMail,
  writePlacedMails,
  writeRefundedMail,
  writeShippedMail,
} from "./write-order-mails.ts";

const name = "write the mail";

/** Links work once, so each is a cause of its own; what has no link is told once by its job. */
export const subscriptions: Subscription[] = [
  subscription(orderPlaced, name, (ctx, { orderId }) => writePlacedMails(ctx, orderId)),
  subscription(parcelShipped, name, (ctx, { orderId, shipmentId }) =>
    writeShippedMail(ctx, orderId, shipmentId),
  ),
  subscription(orderCancelled, name, writeCancelledMail),
  subscription(refundSucceeded, name, (ctx, { orderId, refundId }) =>
    writeRefundedMail(ctx, orderId, refundId),
  ),
  subscription(giftCardToMail, name, writeGiftCardMail),
  subscription(customerSignedUp, name, async (ctx, told) => {
    const mail = await accountMail(ctx, { ...told, name: "" }, false);
    const link = await linkOf(ctx, told);
    const letter = signUpLetter(mail, link);
    const { recipient, locale, linkPath: cause } = told;
    await writeMail(ctx, {
      kind: "sign_up",
      recipient,
      locale,
      letter,
      cause,
      secretLink: link.url,
    });
  }),
  subscription(signUpRepeated, name, async (ctx, told) => {
    const mail = await accountMail(ctx, told, false);
    const link = { url: pageUrl(told.linkPath, told.locale), until: null };
    const letter = signUpRepeatedLetter(mail, link);
    const { recipient, locale } = told;
    await writeMail(ctx, { kind: "sign_up_repeated", recipient, locale, letter, cause: null });
  }),
  subscription(passwordResetRequested, name, async (ctx, told) => {
    const mail = await accountMail(ctx, told, told.audience === "staff");
    const link = await linkOf(ctx, told);
    const letter = passwordResetLetter(mail, link);
    const { recipient, locale, linkPath: cause } = told;
    await writeMail(ctx, {
      kind: "password_reset",
      recipient,
      locale,
      letter,
      cause,
      secretLink: link.url,
    });
  }),
  subscription(staffInvited, name, async (ctx, told) => {
    const mail = await accountMail(ctx, told, true);
    const link = await linkOf(ctx, told);
    const { recipient, locale, role, invitedBy: by, linkPath: cause } = told;
    const letter = invitationLetter(mail, { ...link, role, by });
    await writeMail(ctx, {
      kind: "staff_invitation",
      recipient,
      locale,
      letter,
      cause,
      secretLink: link.url,
    });
  }),
  subscription(accountSecured, name, async (ctx, told) => {
    const mail = await accountMail(ctx, told, told.audience === "staff");
    const letter = securedLetter(mail, told.change);
    const { recipient, locale } = told;
    await writeMail(ctx, { kind: "account_secured", recipient, locale, letter, cause: null });
  }),
];

async function accountMail(
  ctx: Context,
  { name: who, locale }: { readonly name: string; readonly locale: Locale },
  staff: boolean,
): Promise<AccountMail> {
  const shop = await getSettings(ctx, "shop");
  return { shop: shop.name, locale, name: who, staff };
}

async function linkOf(
  ctx: Context,
  told: { readonly linkPath: string; readonly expiresAt: string; readonly locale: Locale },
): Promise<{ url: string; until: string }> {
  const { timeZone } = await getSettings(ctx, "shop");
  const tag = told.locale === "en" ? "en-GB" : told.locale;
  const until = formatDateTime(new Date(told.expiresAt), tag, timeZone);
  return { url: pageUrl(unseal(told.linkPath), told.locale), until };
}
