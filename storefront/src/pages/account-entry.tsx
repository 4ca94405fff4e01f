import { getAccountCart, mergeIntoAccountCart } from "@shopwright/server/contracts/cart";
import {
  askCustomerPasswordReset,
  confirmSignUp,
  customerSignIn,
  customerSignOut,
  resetCustomerPassword,
  signUp,
} from "@shopwright/server/contracts/customers";
import type { PageReply } from "@shopwright/server/kernel/page";
import { ownPath, pathIn, withQuery } from "../addresses.ts";
import { cartIdOf, forgetCart, keepCart } from "../cart-cookie.ts";
import { fieldOf } from "../form.ts";
import { refusalOf } from "../refusal.ts";
import { redirect } from "../reply.tsx";
import { heardOnce, sayOnce } from "../said-once.ts";
import type { Page, Visit } from "../visit.ts";
import { showEntry } from "./entry-page.tsx";

/** Signing in, and on to where one came from. */
export const signInPage: Page = {
  pattern: "/account/sign-in",
  get: (visit) => showEntry(visit, { kind: "sign-in", said: heardOnce(visit)?.kind ?? null }),
  post: (visit) =>
    attempt(visit, "sign-in", async () => {
      const { request } = visit;
      const body = { email: fieldOf(request, "email"), password: fieldOf(request, "password") };
      await visit.shop.call(customerSignIn, { body });
      return redirect(arrivalPath(visit, fieldOf(request, "return")));
    }),
};

/**
 * The first step after signing in, a request of its own because only the next one is made as the
 * customer: the guest's basket joins the account's. Coming again changes nothing.
 */
export const arrivalPage: Page = {
  pattern: "/account/arrival",
  get: async (visit) => {
    await joinBaskets(visit);
    const wish = visit.query.get("return") ?? undefined;
    return redirect(ownPath(wish, pathIn(visit.locale, "/account")), 302);
  },
};

function arrivalPath(visit: Visit, wish: string): string {
  return withQuery(pathIn(visit.locale, "/account/arrival"), { return: wish });
}

export const signOutAction: Page = {
  pattern: "/account/sign-out",
  post: async (visit) => {
    await visit.shop.call(customerSignOut, {});
    forgetCart(visit);
    return redirect(pathIn(visit.locale, "/"));
  },
};

export const signUpPage: Page = {
  pattern: "/account/sign-up",
  get: (visit) => showEntry(visit, { kind: "sign-up" }),
  post: (visit) =>
    attempt(visit, "sign-up", async () => {
      await visit.shop.call(signUp, { body: { email: fieldOf(visit.request, "email") } });
      return showEntry(visit, { kind: "sign-up", sent: true });
    }),
};

/** The link from the sign-up mail: name and password, and the account is open. */
export const verifyPage: Page = {
  pattern: "/account/verify",
  get: (visit) => showEntry(visit, { kind: "verify" }),
  post: (visit) =>
    attempt(visit, "verify", async () => {
      const { request } = visit;
      await visit.shop.call(confirmSignUp, {
        body: {
          token: fieldOf(request, "token"),
          name: fieldOf(request, "name"),
          password: fieldOf(request, "password"),
        },
      });
      return redirect(arrivalPath(visit, ""));
    }),
};

export const forgotPage: Page = {
  pattern: "/account/forgot",
  get: (visit) => showEntry(visit, { kind: "forgot" }),
  post: (visit) =>
    attempt(visit, "forgot", async () => {
      const body = { email: fieldOf(visit.request, "email") };
      await visit.shop.call(askCustomerPasswordReset, { body });
      return showEntry(visit, { kind: "forgot", sent: true });
    }),
};

export const resetPage: Page = {
  pattern: "/account/reset",
  get: (visit) => showEntry(visit, { kind: "reset" }),
  post: (visit) =>
    attempt(visit, "reset", async () => {
      const { request } = visit;
      const body = { token: fieldOf(request, "token"), password: fieldOf(request, "password") };
      await visit.shop.call(resetCustomerPassword, { body });
      sayOnce(visit, { kind: "reset" });
      return redirect(pathIn(visit.locale, "/account/sign-in"));
    }),
};

type EntryKind = Parameters<typeof showEntry>[1]["kind"];

/** A refused attempt shows its form again, with what was typed and why it did not work. */
async function attempt(
  visit: Visit,
  kind: EntryKind,
  work: () => Promise<PageReply>,
): Promise<PageReply> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    const reason = refusal.details["reason"];
    return showEntry(visit, {
      kind,
      refused: refusal.kind.code,
      ...(typeof reason === "string" ? { reason } : {}),
    });
  }
}

async function joinBaskets(visit: Visit): Promise<void> {
  const cartId = cartIdOf(visit);
  if (cartId !== null) {
    try {
      const cart = await visit.shop.call(mergeIntoAccountCart, { body: { cartId } });
      keepCart(visit, cart.id);
      return;
    } catch (error) {
      // The cookie names a basket that is gone or was ordered: the account's own counts.
      const code = refusalOf(error)?.kind.code ?? "";
      if (!["not_found", "bad_request", "cart_ordered"].includes(code)) throw error;
    }
  }
  const { cart } = await visit.shop.call(getAccountCart, {});
  if (cart === null) forgetCart(visit);
  else keepCart(visit, cart.id);
}
