import { z } from "zod";
import { localeSchema } from "../../kernel/wire.ts";
import { eventKind } from "../../platform/events.ts";

/**
 * What a mail with a link needs and no more. The event and its job lie in the database for weeks, so a
 * link that opens an account is sealed.
 */
const linkMail = z.object({
  recipient: z.string(),
  name: z.string(),
  locale: localeSchema,
  /**
   * Path and query of our own page, from the first slash, sealed (`platform/sealed.ts`) where it carries a token;
   * the mail puts the shop's address before it.
   */
  linkPath: z.string(),
  /** ISO moment after which the link no longer works. */
  expiresAt: z.string(),
});

const audience = z.enum(["customer", "staff"]);

/** Someone asked for a new password for an account that exists. */
export const passwordResetRequested = eventKind(
  "identity.password-reset-requested",
  linkMail.extend({ audience }),
);

/**
 * Someone asked for an account under an address that has none: the link opens it. Without a name,
 * so that a stranger cannot put words of their own into a mail to someone else.
 */
export const customerSignedUp = eventKind(
  "identity.customer-signed-up",
  linkMail.omit({ name: true }),
);

/** Someone asked for an account under an address that has one: the link leads to the sign-in page. */
export const signUpRepeated = eventKind(
  "identity.sign-up-repeated",
  linkMail.omit({ expiresAt: true }),
);

/** Someone was invited to work here. */
export const staffInvited = eventKind(
  "identity.staff-invited",
  linkMail.extend({ role: z.string(), invitedBy: z.string() }),
);

/** A password was changed or the second factor was switched: the holder hears of it, in case it was not them. */
export const accountSecured = eventKind(
  "identity.account-secured",
  z.object({
    recipient: z.string(),
    name: z.string(),
    locale: localeSchema,
    audience,
    change: z.enum(["password", "totp_on", "totp_off"]),
  }),
);
