import { z } from "zod";
import { endpoint, nothing, permissions } from "../../kernel/endpoint.ts";
import { badRequest, conflict, errorKind, notAllowed, notFound } from "../../kernel/errors.ts";
import { emailSchema, idSchema, idView, localeSchema, text } from "../../kernel/wire.ts";
import { roles } from "./roles.ts";

// ---- Refusals; customers' sign-in uses them too ----

/** Says nothing about which of the two was wrong, nor whether there is such an account. */
export const wrongCredentials = errorKind(
  "wrong_credentials",
  401,
  "E-mail or password is not right",
);
/** details.retryAfterSeconds; null when only a new password by mail opens the account again. */
export const tooManyAttempts = errorKind(
  "too_many_attempts",
  429,
  "Too many attempts; please wait",
);
/** details.reason: too_short or too_long (with details.limit), common, or personal. */
export const weakPassword = errorKind("weak_password", 400, "This password cannot be used");
/** The password was right; the same request is sent again with `code`. */
export const secondFactorRequired = errorKind(
  "second_factor_required",
  401,
  "Please enter the code from your authenticator app",
);
export const wrongCode = errorKind("wrong_code", 401, "This code is not right or was used already");
export const linkExpired = errorKind(
  "link_expired",
  409,
  "This link was used already or is too old",
);
export const emailTaken = errorKind("email_taken", 409, "Someone on the staff has this address");
export const ownRole = errorKind("own_role", 409, "Nobody changes their own role or access");
export const lastOwner = errorKind("last_owner", 409, "The shop needs at least one owner");
export const alreadySetUp = errorKind("already_set_up", 409, "This shop has an owner already");
export const wrongSetUpCode = errorKind("wrong_set_up_code", 401, "This set-up code is not right");
export const totpAlreadyOn = errorKind("totp_already_on", 409, "The second factor is on already");
export const totpNotOn = errorKind("totp_not_on", 409, "The second factor is not on");
export const alreadyJoined = errorKind("already_joined", 409, "This person has joined already");

// ---- Shapes ----

/** Kept exactly as typed but for Unicode's compatibility forms; the rules judge it later. */
export const passwordSchema = z.string().min(1).max(1024);
export const linkTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/);
const codeSchema = z.string().trim().min(6).max(20);
const permissionSchema = z.enum(permissions);
export const roleSchema = z.enum(roles);

export const meView = z.object({
  id: idView("staff"),
  name: z.string(),
  email: z.string(),
  locale: localeSchema,
  role: roleSchema,
  permissions: z.array(permissionSchema),
  secondFactor: z.boolean(),
  /** Recovery codes not used yet. */
  recoveryCodesLeft: z.int(),
  /** True while the password is the one this installation made up. */
  passwordIsGenerated: z.boolean(),
});
export type MeView = z.output<typeof meView>;

export const sessionView = z.object({
  id: idView("session"),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** Network address it started from. */
  address: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionView = z.output<typeof sessionView>;

// ---- First set-up in the browser ----

export const getSetUp = endpoint({
  id: "getSetUp",
  method: "GET",
  path: "/api/admin/setup",
  summary: "Does this shop still need its first owner?",
  allow: "anyone",
  reply: z.object({ needed: z.boolean() }),
});

export const setUp = endpoint({
  id: "setUp",
  method: "POST",
  path: "/api/admin/setup",
  summary: "Makes the first owner with the code printed at the start, and signs them in",
  allow: "anyone",
  body: z.object({
    code: z.string().trim().min(4).max(40),
    email: emailSchema,
    name: text(100),
    password: passwordSchema,
    locale: localeSchema,
  }),
  reply: meView,
  errors: [badRequest, alreadySetUp, wrongSetUpCode, weakPassword, tooManyAttempts],
  perMinute: 20,
});

// ---- Sign in and out ----

export const signIn = endpoint({
  id: "signIn",
  method: "POST",
  path: "/api/admin/session",
  summary: "Signs staff in; answers with a cookie",
  allow: "anyone",
  body: z.object({
    email: emailSchema,
    password: passwordSchema,
    /** Six digits of the authenticator app, or a recovery code. */
    code: codeSchema.optional(),
  }),
  reply: meView,
  errors: [badRequest, wrongCredentials, secondFactorRequired, wrongCode, tooManyAttempts],
  perMinute: 60,
});

export const getMe = endpoint({
  id: "getMe",
  method: "GET",
  path: "/api/admin/session",
  summary: "Who is signed in, if anyone",
  allow: "anyone",
  reply: z.object({ staff: meView.nullable() }),
});

export const signOut = endpoint({
  id: "signOut",
  method: "DELETE",
  path: "/api/admin/session",
  summary: "Ends this session",
  allow: "anyone",
  reply: nothing,
});

export const listMySessions = endpoint({
  id: "listMySessions",
  method: "GET",
  path: "/api/admin/me/sessions",
  summary: "Where I am signed in",
  allow: "staff",
  reply: z.array(sessionView),
});

export const endMySession = endpoint({
  id: "endMySession",
  method: "DELETE",
  path: "/api/admin/me/sessions/:id",
  summary: "Ends one of my sessions",
  allow: "staff",
  params: z.object({ id: idSchema("session") }),
  reply: nothing,
  errors: [notFound],
});

// ---- My password and second factor ----

export const changeMyPassword = endpoint({
  id: "changeMyPassword",
  method: "POST",
  path: "/api/admin/me/password",
  summary: "Changes my password and ends my other sessions",
  allow: "staff",
  body: z.object({ current: passwordSchema, next: passwordSchema }),
  reply: nothing,
  errors: [badRequest, wrongCredentials, weakPassword, tooManyAttempts],
});

export const changeMe = endpoint({
  id: "changeMe",
  method: "PATCH",
  path: "/api/admin/me",
  summary: "Changes my name or language",
  allow: "staff",
  body: z.object({ name: text(100), locale: localeSchema }),
  reply: meView,
  errors: [badRequest],
});

export const askPasswordReset = endpoint({
  id: "askPasswordReset",
  method: "POST",
  path: "/api/admin/password-reset",
  summary:
    "Mails a link for a new password, if there is such an account; the answer is always the same",
  allow: "anyone",
  body: z.object({ email: emailSchema }),
  reply: nothing,
  errors: [badRequest, tooManyAttempts],
  perMinute: 20,
});

export const resetPassword = endpoint({
  id: "resetPassword",
  method: "POST",
  path: "/api/admin/password-reset/confirmation",
  summary: "Sets a new password with the link from the mail and ends all sessions",
  allow: "anyone",
  body: z.object({ token: linkTokenSchema, password: passwordSchema }),
  reply: nothing,
  errors: [badRequest, linkExpired, weakPassword],
  perMinute: 20,
});

export const beginTotp = endpoint({
  id: "beginTotp",
  method: "POST",
  path: "/api/admin/me/totp",
  summary: "Makes a secret for an authenticator app; it counts once a code has confirmed it",
  allow: "staff",
  body: z.object({ password: passwordSchema }),
  reply: z.object({
    /** Base32, for typing in. */
    secret: z.string(),
    /** For the picture that the app scans. */
    otpauthUri: z.string(),
  }),
  errors: [badRequest, wrongCredentials, totpAlreadyOn, tooManyAttempts],
});

export const confirmTotp = endpoint({
  id: "confirmTotp",
  method: "POST",
  path: "/api/admin/me/totp/confirmation",
  summary: "Turns the second factor on and gives the recovery codes, this once",
  allow: "staff",
  body: z.object({ code: codeSchema }),
  reply: z.object({ recoveryCodes: z.array(z.string()) }),
  errors: [badRequest, wrongCode, totpAlreadyOn, totpNotOn],
});

export const renewRecoveryCodes = endpoint({
  id: "renewRecoveryCodes",
  method: "POST",
  path: "/api/admin/me/recovery-codes",
  summary: "Replaces the recovery codes",
  allow: "staff",
  body: z.object({ password: passwordSchema }),
  reply: z.object({ recoveryCodes: z.array(z.string()) }),
  errors: [badRequest, wrongCredentials, totpNotOn, tooManyAttempts],
});

export const removeTotp = endpoint({
  id: "removeTotp",
  method: "POST",
  path: "/api/admin/me/totp/removal",
  summary: "Turns the second factor off; the password must then be long enough to stand alone",
  allow: "staff",
  body: z.object({ password: passwordSchema, code: codeSchema }),
  reply: nothing,
  errors: [badRequest, wrongCredentials, wrongCode, totpNotOn, weakPassword, tooManyAttempts],
});

// ---- Staff ----

export const staffView = z.object({
  id: idView("staff"),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  locale: localeSchema,
  /** invited: has not joined yet. */
  state: z.enum(["invited", "active", "deactivated"]),
  secondFactor: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  version: z.int(),
});
export type StaffView = z.output<typeof staffView>;

/** The link is mailed, and given here too, so that a shop without mail can hand it over. */
const invitationView = z.object({ staff: staffView, linkPath: z.string() });
const staffParams = z.object({ id: idSchema("staff") });

export const listStaff = endpoint({
  id: "listStaff",
  method: "GET",
  path: "/api/admin/staff",
  summary: "Everyone who works or worked here",
  allow: "staff:write",
  reply: z.array(staffView),
});

export const listRoles = endpoint({
  id: "listRoles",
  method: "GET",
  path: "/api/admin/roles",
  summary: "The roles and what each may do",
  allow: "staff",
  reply: z.array(z.object({ role: roleSchema, permissions: z.array(permissionSchema) })),
});

export const inviteStaff = endpoint({
  id: "inviteStaff",
  method: "POST",
  path: "/api/admin/staff",
  summary: "Invites someone with a link that works once, for three days",
  allow: "staff:write",
  body: z.object({ email: emailSchema, name: text(100), role: roleSchema, locale: localeSchema }),
  reply: invitationView,
  errors: [badRequest, emailTaken, notAllowed],
});

export const inviteAgain = endpoint({
  id: "inviteAgain",
  method: "POST",
  path: "/api/admin/staff/:id/invitation",
  summary: "Makes a new invitation link; the old one stops working",
  allow: "staff:write",
  params: staffParams,
  reply: invitationView,
  errors: [notFound, alreadyJoined],
});

export const changeStaff = endpoint({
  id: "changeStaff",
  method: "PATCH",
  path: "/api/admin/staff/:id",
  summary: "Changes someone's name or role; a new role counts from their next request",
  allow: "staff:write",
  params: staffParams,
  body: z.object({ version: z.int(), name: text(100), role: roleSchema }),
  reply: staffView,
  errors: [badRequest, notFound, conflict, ownRole, lastOwner, notAllowed],
});

export const deactivateStaff = endpoint({
  id: "deactivateStaff",
  method: "POST",
  path: "/api/admin/staff/:id/deactivation",
  summary: "Locks someone out at once and ends their sessions",
  allow: "staff:write",
  params: staffParams,
  body: z.object({ version: z.int() }),
  reply: staffView,
  errors: [badRequest, notFound, conflict, ownRole, lastOwner],
});

export const reactivateStaff = endpoint({
  id: "reactivateStaff",
  method: "POST",
  path: "/api/admin/staff/:id/reactivation",
  summary: "Lets someone in again, with the role they had",
  allow: "staff:write",
  params: staffParams,
  body: z.object({ version: z.int() }),
  reply: staffView,
  errors: [badRequest, notFound, conflict, notAllowed],
});

export const getInvitation = endpoint({
  id: "getInvitation",
  method: "POST",
  path: "/api/admin/invitation/preview",
  summary: "Whom an invitation link is for",
  allow: "anyone",
  body: z.object({ token: linkTokenSchema }),
  reply: z.object({ name: z.string(), email: z.string(), role: roleSchema, shopName: z.string() }),
  errors: [badRequest, linkExpired],
  perMinute: 20,
});

export const acceptInvitation = endpoint({
  id: "acceptInvitation",
  method: "POST",
  path: "/api/admin/invitation",
  summary: "Joins with the link and a password of one's own, and signs in",
  allow: "anyone",
  body: z.object({ token: linkTokenSchema, password: passwordSchema }),
  reply: meView,
  errors: [badRequest, linkExpired, weakPassword],
  perMinute: 20,
});

export * from "./saved-view-contract.ts";
export { rolePermissions, roles } from "./roles.ts";
export type { Role } from "./roles.ts";
