import {
  addAddress,
  changeAddress,
  changePassword,
  changeProfile,
  getAccount,
  listAddresses,
  removeAddress,
} from "@shopwright/server/contracts/customers";
import { getOwnCredit } from "@shopwright/server/contracts/credit";
import type { AccountView } from "@shopwright/server/contracts/customers";
import { getAccountOrder, listAccountOrders } from "@shopwright/server/contracts/orders";
import type { Address } from "@shopwright/server/kernel/address";
import { signInRequired, Refusal } from "@shopwright/server/kernel/errors";
import type { PageReply } from "@shopwright/server/kernel/page";
import { pathIn } from "../addresses.ts";
import { fieldOf } from "../form.ts";
import { refusalOf } from "../refusal.ts";
import { htmlReply, redirect } from "../reply.tsx";
import { heardOnce, sayOnce } from "../said-once.ts";
import { loadFrame } from "../visit.ts";
import type { Page, Visit } from "../visit.ts";
import { AccountPage } from "./account-page.tsx";
import type { AccountSaid } from "./account-page.tsx";
import { AddressPage } from "./address-page.tsx";
import { readAddress } from "./checkout-form.ts";

/** Orders, addresses, name and password of whoever is signed in. */
export const accountPage: Page = {
  pattern: "/account",
  get: (visit) => showAccount(visit, { kind: heardOnce(visit)?.kind ?? null }),
  post: async (visit) => {
    const action = fieldOf(visit.request, "do");
    try {
      await doAccountAction(visit, action);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null || refusal.kind.code === "sign_in_required") throw error;
      const reason = refusal.details["reason"];
      return showAccount(visit, {
        kind: null,
        refused: refusal.kind.code,
        ...(typeof reason === "string" ? { reason } : {}),
      });
    }
    sayOnce(visit, { kind: action === "password" ? "password" : "saved" });
    return redirect(pathIn(visit.locale, "/account"));
  },
};

async function doAccountAction(visit: Visit, action: string): Promise<void> {
  const { request, shop, locale } = visit;
  switch (action) {
    case "profile":
      await shop.call(changeProfile, { body: { name: fieldOf(request, "name"), locale } });
      return;
    case "password": {
      const body = { current: fieldOf(request, "current"), next: fieldOf(request, "next") };
      await shop.call(changePassword, { body });
      return;
    }
    case "remove-address":
      await shop.call(removeAddress, { params: { id: fieldOf(request, "id") } });
  }
}

async function getCustomer(visit: Visit): Promise<AccountView> {
  const { customer } = await visit.shop.call(getAccount, {});
  if (customer === null) throw new Refusal(signInRequired);
  return customer;
}

async function showAccount(visit: Visit, said: AccountSaid): Promise<PageReply> {
  const customer = await getCustomer(visit);
  const after = visit.query.get("after");
  const [frame, orders, addresses, credit] = await Promise.all([
    loadFrame(visit),
    visit.shop.call(listAccountOrders, { query: after === null ? {} : { after } }),
    visit.shop.call(listAddresses, {}),
    visit.shop.call(getOwnCredit, {}),
  ]);
  const facts = { customer, orders: orders.orders, next: orders.next, addresses, credit, said };
  return htmlReply(
    <AccountPage frame={frame} {...facts} />,
    null,
    said.refused === undefined ? 200 : 400,
  );
}

/** One of the customer's orders: on to its status page, which is the same as for guests. */
export const accountOrderPage: Page = {
  pattern: "/account/orders/:id",
  get: async (visit) => {
    const params = { id: visit.params["id"] ?? "" };
    const order = await visit.shop.call(getAccountOrder, { params });
    return redirect(pathIn(visit.locale, `/order/${order.linkSecret}`), 302);
  },
};

/** An address of the book: "new", or the one with this id. */
export const addressPage: Page = {
  pattern: "/account/addresses/:id",
  get: async (visit) => {
    await getCustomer(visit);
    const id = visit.params["id"] ?? "";
    const addresses = id === "new" ? [] : await visit.shop.call(listAddresses, {});
    const saved = addresses.find((each) => each.id === id);
    if (id !== "new" && saved === undefined) return redirect(pathIn(visit.locale, "/account"), 302);
    const frame = await loadFrame(visit);
    const address = saved?.address ?? { country: frame.market.defaultCountry };
    return htmlReply(
      <AddressPage frame={frame} id={id} address={address} isDefault={saved?.isDefault ?? false} />,
      null,
    );
  },
  post: async (visit) => {
    const id = visit.params["id"] ?? "";
    const typed = readAddress(visit.request, "address");
    const isDefault = fieldOf(visit.request, "isDefault") === "yes";
    if (fieldOf(visit.request, "do") === "country") return showTyped(visit, id, null);
    // Checked where it is taken: what is missing comes back as a refusal.
    const body = { address: typed as Address, isDefault };
    try {
      if (id === "new") await visit.shop.call(addAddress, { body });
      else await visit.shop.call(changeAddress, { params: { id }, body });
    } catch (error) {
      const code = refusalOf(error)?.kind.code;
      if (code !== "bad_request" && code !== "too_many_addresses") throw error;
      return showTyped(visit, id, code);
    }
    sayOnce(visit, { kind: "saved" });
    return redirect(pathIn(visit.locale, "/account"));
  },
};

async function showTyped(visit: Visit, id: string, refused: string | null): Promise<PageReply> {
  const frame = await loadFrame(visit);
  return htmlReply(
    <AddressPage
      frame={frame}
      id={id}
      address={readAddress(visit.request, "address")}
      isDefault={fieldOf(visit.request, "isDefault") === "yes"}
      refused={refused}
    />,
    null,
    refused === null ? 200 : 400,
  );
}
