import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { publicUrl } from "../../platform/config.ts";
import type { Context } from "../../platform/context.ts";
import { enqueue } from "../../platform/jobs.ts";
import { seal } from "../../platform/sealed.ts";
import { sql } from "../../platform/sql.ts";
import { getSettings } from "../settings/index.ts";
import type { MailKind } from "./contract.ts";
import { letterHtml } from "./letters/letter-html.ts";
import { letterText } from "./letters/letter-text.ts";
import type { Letter } from "./letters/letter.ts";
import { withoutLink } from "./secret-link.ts";
import { sendMail } from "./send-mail.ts";

export interface NewMail {
  readonly kind: MailKind;
  readonly recipient: string;
  readonly locale: Locale;
  readonly letter: Letter;
  readonly orderId?: Uuid;
  /** The gift card whose code is put in when it is sent. */
  readonly giftCardId?: Uuid;
  /** A link in it that opens an account: stored sealed, and apart from the words. */
  readonly secretLink?: string;
  /** What caused it: the same cause writes one mail, however often it is told. Null: each telling is its own. */
  readonly cause: string | null;
}

/** Writes a mail in the caller's transaction, word for word, and has it sent after the commit. */
export async function writeMail(ctx: Context, mail: NewMail): Promise<void> {
  const shop = await getSettings(ctx, "shop");
  const { signature } = await getSettings(ctx, "mail");
  const { kind, recipient, locale, letter, orderId = null, secretLink = null, cause } = mail;
  const { giftCardId = null } = mail;
  const home = pageUrl("/", locale);
  const frame = { shop: shop.name, home, locale, signature };
  const words = { html: letterHtml(letter, frame), text: letterText(letter, frame) };
  const { html, text } = secretLink === null ? words : withoutLink(words, secretLink);
  const id = newId();
  const written = await ctx.db.run(sql`
    insert into notifications.mail
      (id, kind, recipient, locale, subject, html, text, secret_link, order_id, gift_card_id,
       unique_key, queued_at)
    values (${id}, ${kind}, ${recipient}, ${locale}, ${letter.subject}, ${html}, ${text},
      ${secretLink && seal(secretLink)}, ${orderId}, ${giftCardId}, ${cause && `${kind} ${cause}`}, ${ctx.now})
    on conflict (unique_key) do nothing`);
  if (written > 0) enqueue(ctx, sendMail, { mailId: id });
}

/** The full address of one of our pages; those of the storefront carry their language. */
export function pageUrl(path: string, locale: Locale): string {
  const prefix = locale === "en" || path.startsWith("/admin/") ? "" : `/${locale}`;
  return `${publicUrl()}${prefix}${path}`;
}
