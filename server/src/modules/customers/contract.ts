import { z } from "zod";
import { endpoint, nothing } from "../../kernel/endpoint.ts";
import { badRequest, conflict, errorKind, notFound } from "../../kernel/errors.ts";
import {
  addressSchema,
  addressView,
  emailSchema,
  idSchema,
  idView,
  localeSchema,
  longText,
  text,
} from "../../kernel/wire.ts";
import {
  linkExpired,
  linkTokenSchema,
  passwordSchema,
  sessionView,
  tooManyAttempts,
  weakPassword,
  wrongCredentials,
} from "../identity/contract.ts";

export const tooManyAddresses = errorKind("too_many_addresses", 409, "The address book is full");

// ---- The shopper's account ----

export const accountView = z.object({
  id: idView("customer"),
  email: z.string(),
  name: z.string(),
  locale: localeSchema,
});
export type AccountView = z.output<typeof accountView>;

export const savedAddressView = z.object({
  id: idView("address"),
  address: addressView,
  isDefault: z.boolean(),
});
export type SavedAddressView = z.output<typeof savedAddressView>;

export const signUp = endpoint({
  id: "signUp",
  method: "POST",
  path: "/api/store/account/sign-up",
  summary:
    "Asks for an account; a mail with a link follows, and the answer is the same for every address",
  allow: "anyone",
  body: z.object({ email: emailSchema }),
  reply: nothing,
  errors: [badRequest, tooManyAttempts],
  perMinute: 20,
});

export const confirmSignUp = endpoint({
  id: "confirmSignUp",
  method: "POST",
  path: "/api/store/account/confirmation",
  summary: "Opens the account with the link from the mail, a name and a password, and signs in",
  allow: "anyone",
  body: z.object({ token: linkTokenSchema, name: text(100), password: passwordSchema }),
  reply: accountView,
  errors: [badRequest, linkExpired, weakPassword],
  perMinute: 20,
});

export const customerSignIn = endpoint({
  id: "customerSignIn",
  method: "POST",
  path: "/api/store/account/session",
  summary: "Signs a customer in; answers with a cookie",
  allow: "anyone",
  body: z.object({ email: emailSchema, password: passwordSchema }),
  reply: accountView,
  errors: [badRequest, wrongCredentials, tooManyAttempts],
  perMinute: 60,
});

export const getAccount = endpoint({
  id: "getAccount",
  method: "GET",
  path: "/api/store/account/session",
  summary: "Who is signed in, if anyone",
  allow: "anyone",
  reply: z.object({ customer: accountView.nullable() }),
});

export const customerSignOut = endpoint({
  id: "customerSignOut",
  method: "DELETE",
  path: "/api/store/account/session",
  summary: "Ends this session",
  allow: "anyone",
  reply: nothing,
});

export const changeProfile = endpoint({
  id: "changeProfile",
  method: "PATCH",
  path: "/api/store/account",
  summary: "Changes name and language",
  allow: "customer",
  body: z.object({ name: text(100), locale: localeSchema }),
  reply: accountView,
  errors: [badRequest],
});

export const changePassword = endpoint({
  id: "changePassword",
  method: "POST",
  path: "/api/store/account/password",
  summary: "Changes the password and ends the other sessions",
  allow: "customer",
  body: z.object({ current: passwordSchema, next: passwordSchema }),
  reply: nothing,
  errors: [badRequest, wrongCredentials, weakPassword, tooManyAttempts],
});

export const askCustomerPasswordReset = endpoint({
  id: "askCustomerPasswordReset",
  method: "POST",
  path: "/api/store/account/password-reset",
  summary:
    "Mails a link for a new password, if there is such an account; the answer is always the same",
  allow: "anyone",
  body: z.object({ email: emailSchema }),
  reply: nothing,
  errors: [badRequest, tooManyAttempts],
  perMinute: 20,
});

export const resetCustomerPassword = endpoint({
  id: "resetCustomerPassword",
  method: "POST",
  path: "/api/store/account/password-reset/confirmation",
  summary: "Sets a new password with the link from the mail and ends all sessions",
  allow: "anyone",
  body: z.object({ token: linkTokenSchema, password: passwordSchema }),
  reply: nothing,
  errors: [badRequest, linkExpired, weakPassword],
  perMinute: 20,
});

export const listSessions = endpoint({
  id: "listSessions",
  method: "GET",
  path: "/api/store/account/sessions",
  summary: "Where this customer is signed in",
  allow: "customer",
  reply: z.array(sessionView),
});

export const endSession = endpoint({
  id: "endSession",
  method: "DELETE",
  path: "/api/store/account/sessions/:id",
  summary: "Ends one of the customer's sessions",
  allow: "customer",
  params: z.object({ id: idSchema("session") }),
  reply: nothing,
  errors: [notFound],
});

export const listAddresses = endpoint({
  id: "listAddresses",
  method: "GET",
  path: "/api/store/account/addresses",
  summary: "The address book, default first",
  allow: "customer",
  reply: z.array(savedAddressView),
});

const addressBody = z.object({ address: addressSchema, isDefault: z.boolean() });
const addressParams = z.object({ id: idSchema("address") });

export const addAddress = endpoint({
  id: "addAddress",
  method: "POST",
  path: "/api/store/account/addresses",
  summary: "Adds an address; the first one becomes the default",
  allow: "customer",
  body: addressBody,
  reply: savedAddressView,
  errors: [badRequest, tooManyAddresses],
});

export const changeAddress = endpoint({
  id: "changeAddress",
  method: "PUT",
  path: "/api/store/account/addresses/:id",
  summary: "Changes an address; orders keep the one they were placed with",
  allow: "customer",
  params: addressParams,
  body: addressBody,
  reply: savedAddressView,
  errors: [badRequest, notFound],
});

export const removeAddress = endpoint({
  id: "removeAddress",
  method: "DELETE",
  path: "/api/store/account/addresses/:id",
  summary: "Removes an address from the book",
  allow: "customer",
  params: addressParams,
  reply: nothing,
  errors: [notFound],
});

// ---- Customers in the back office ----

export const customerListItemView = z.object({
  id: idView("customer"),
  email: z.string(),
  name: z.string(),
  locale: localeSchema,
  hasAccount: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type CustomerListItemView = z.output<typeof customerListItemView>;

export const customerNoteView = z.object({
  id: idView("note"),
  text: z.string(),
  author: z.string(),
  at: z.iso.datetime(),
});

export const customerView = customerListItemView.extend({
  version: z.int(),
  addresses: z.array(savedAddressView),
  /** Newest first. */
  notes: z.array(customerNoteView),
});
export type CustomerView = z.output<typeof customerView>;

const customerParams = z.object({ id: idSchema("customer") });

export const listCustomers = endpoint({
  id: "listCustomers",
  method: "GET",
  path: "/api/admin/customers",
  summary: "Customers, newest first, by part of a name or address",
  allow: "customers:read",
  query: z
    .object({
      search: z.string().trim().max(100).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    })
    .prefault({}),
  reply: z.object({ items: z.array(customerListItemView), next: z.string().nullable() }),
  errors: [badRequest],
});

export const getCustomer = endpoint({
  id: "getCustomer",
  method: "GET",
  path: "/api/admin/customers/:id",
  summary: "One customer with addresses and notes",
  allow: "customers:read",
  params: customerParams,
  reply: customerView,
  errors: [notFound],
});

export const changeCustomer = endpoint({
  id: "changeCustomer",
  method: "PATCH",
  path: "/api/admin/customers/:id",
  summary: "Corrects a customer's name or language",
  allow: "customers:write",
  params: customerParams,
  body: z.object({ version: z.int(), name: text(100), locale: localeSchema }),
  reply: customerView,
  errors: [badRequest, notFound, conflict],
});

export const addCustomerNote = endpoint({
  id: "addCustomerNote",
  method: "POST",
  path: "/api/admin/customers/:id/notes",
  summary: "Adds a note that only staff see",
  allow: "customers:write",
  params: customerParams,
  body: z.object({ text: longText(2000).pipe(z.string().min(1)) }),
  reply: customerView,
  errors: [badRequest, notFound],
});
