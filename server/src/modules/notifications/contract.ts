import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { badRequest, errorKind, notFound } from "../../kernel/errors.ts";
import { idSchema, idView, localeSchema } from "../../kernel/wire.ts";

/** What a mail is about. Append only: the kind of a stored mail never changes its meaning. */
export const mailKinds = [
  "order_confirmation",
  "payment_instructions",
  "parcel_shipped",
  "order_cancelled",
  "order_refunded",
  "sign_up",
  "sign_up_repeated",
  "password_reset",
  "account_secured",
  "staff_invitation",
  "gift_card",
] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * queued: waits for the mail server. sent: the server took it. kept: no mail server is configured, so
 * it can only be read in the back office. failed: the server refused it; `problem` says why.
 */
export const mailStates = ["queued", "sent", "kept", "failed"] as const;
export type MailState = (typeof mailStates)[number];

/** The mail server has not answered yet; sending it twice at once would deliver it twice. */
export const mailUnderWay = errorKind("mail_under_way", 409, "This mail is still on its way out");

export const mailView = z.object({
  id: idView("mail"),
  kind: z.enum(mailKinds),
  state: z.enum(mailStates),
  recipient: z.string(),
  subject: z.string(),
  locale: localeSchema,
  order: z.object({ id: idView("order"), number: z.string() }).nullable(),
  /** What the mail server said, when it failed. */
  problem: z.string().nullable(),
  /** The mail that this one repeats. */
  repeats: idView("mail").nullable(),
  queuedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
});
export type MailView = z.output<typeof mailView>;

export const listMails = endpoint({
  id: "listMails",
  method: "GET",
  path: "/api/admin/mails",
  summary: "Every mail that the shop has written, newest first",
  allow: "mails:read",
  query: z.object({
    /** Address, subject or order number. */
    search: z.string().normalize("NFC").trim().max(100).optional(),
    kind: z.enum(mailKinds).optional(),
    state: z.enum(mailStates).optional(),
    order: idSchema("order").optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(mailView), next: z.string().nullable() }),
  errors: [badRequest],
});

const mailParams = z.object({ id: idSchema("mail") });

/** With what it shows. The HTML is a whole page; show it in a sandboxed frame without scripts. */
export const wholeMailView = mailView.extend({
  html: z.string(),
  text: z.string(),
  /**
   * False when the mail has a link that opens an account and the reader may not see it: the link is
   * replaced then. Owners may, and in a demo shop whoever may read mails.
   */
  linkShown: z.boolean(),
});
export type WholeMailView = z.output<typeof wholeMailView>;

export const readMail = endpoint({
  id: "readMail",
  method: "GET",
  path: "/api/admin/mails/:id",
  summary: "One mail as it was written",
  allow: "mails:read",
  params: mailParams,
  reply: wholeMailView,
  errors: [badRequest, notFound],
});

export const resendMail = endpoint({
  id: "resendMail",
  method: "POST",
  path: "/api/admin/mails/:id/resend",
  summary: "Sends the same words to the same address once more, as a mail of its own",
  allow: "orders:write",
  params: mailParams,
  reply: mailView,
  errors: [badRequest, notFound, mailUnderWay],
  idempotent: true,
});
