import type { Locale } from "../../kernel/locale.ts";
import type { Role } from "./roles.ts";

export type AccountKind = "customer" | "staff";

/** Someone who can sign in. `subjectId` is whom it stands for: the customer, or the member of staff. */
export interface Account {
  readonly id: string;
  readonly kind: AccountKind;
  readonly subjectId: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  /** Staff only. */
  readonly role: Role | null;
  readonly active: boolean;
  readonly passwordHash: string | null;
  readonly passwordGenerated: boolean;
  /** A confirmed authenticator app asks for its code at each sign-in. */
  readonly secondFactor: boolean;
  readonly createdAt: Date;
  readonly version: number;
}

/** How long sessions last, in seconds: in all, and without being used. */
export const sessionLimits: Readonly<Record<AccountKind, { inAll: number; idle: number }>> = {
  customer: { inAll: 30 * 86_400, idle: 30 * 86_400 },
  staff: { inAll: 24 * 3600, idle: 8 * 3600 },
};

/** Store and back office have a cookie each: being both at once is nobody's conflict. */
export const sessionCookies: Readonly<Record<AccountKind, string>> = {
  customer: "shop_session",
  staff: "office_session",
};

/** How long links work, in seconds. */
export const linkLifetimes = {
  "sign-up": 24 * 3600,
  reset: 3600,
  invitation: 3 * 86_400,
  "set-up": 7 * 86_400,
} as const;
export type LinkPurpose = keyof typeof linkLifetimes;
