import {
  acceptCartChanges,
  addCartLine,
  changeCartLine,
  chooseCartMarket,
  createCart,
  enterCartCode,
  removeCartCode,
  removeCartLine,
} from "@shopwright/server/contracts/cart";
import { ownPath, pathIn } from "../addresses.ts";
import { cartIdOf, findCart, forgetCart, keepCart } from "../cart-cookie.ts";
import { fieldOf, numberOf } from "../form.ts";
import { redirect } from "../reply.tsx";
import { refusalOf } from "../refusal.ts";
import { sayOnce } from "../said-once.ts";
import type { Page, Visit } from "../visit.ts";
import { doCreditAction } from "./credit-actions.ts";
import { chooseDefaults } from "./checkout-actions.ts";

const mostUnits = 999;
const oneYear = 365 * 24 * 60 * 60;

/** What a posted form of the basket asks for. Throws the shop's refusals. */
export async function doBasketAction(visit: Visit): Promise<void> {
  const { request } = visit;
  const id = cartIdOf(visit);
  if (id !== null && (await doCreditAction(visit, id, fieldOf(request, "do")))) return;
  switch (fieldOf(request, "do")) {
    case "add":
      return addToBasket(visit, fieldOf(request, "variant"), quantityOf(visit));
    case "change":
      return changeQuantity(visit, fieldOf(request, "line"));
    case "remove":
      return removeLine(visit, fieldOf(request, "line"));
    case "accept":
      return acceptChanges(visit);
    case "code":
      return applyCode(visit, fieldOf(request, "code"));
  }
  const [deed, code = ""] = fieldOf(request, "do").split("uncode:");
  if (deed === "" && code !== "") await removeCode(visit, code);
}

/** Empty: nothing was asked for. Throws the shop's refusals. */
export async function applyCode(visit: Visit, code: string): Promise<void> {
  const id = cartIdOf(visit);
  if (id === null || code.trim() === "") return;
  await visit.shop.call(enterCartCode, { params: { id }, body: { code } });
}

export async function removeCode(visit: Visit, code: string): Promise<void> {
  const id = cartIdOf(visit);
  if (id !== null) await visit.shop.call(removeCartCode, { params: { id, code } });
}

function quantityOf(visit: Visit): number {
  return numberOf(visit.request, "quantity", 1, mostUnits) ?? 1;
}

async function addToBasket(visit: Visit, variantId: string, quantity: number): Promise<void> {
  const line = { variantId, quantity };
  const id = cartIdOf(visit);
  if (id !== null) {
    try {
      await visit.shop.call(addCartLine, { params: { id }, body: line });
      return;
    } catch (error) {
      // A basket that was ordered or has expired makes way for a new one.
      if (!["not_found", "cart_ordered"].includes(refusalOf(error)?.kind.code ?? "")) throw error;
    }
  }
  const market = visit.request.marketCode;
  const cart = await visit.shop.call(createCart, {
    body: { locale: visit.locale, lines: [line], ...(market === null ? {} : { market }) },
  });
  keepCart(visit, cart.id);
}

async function changeQuantity(visit: Visit, lineId: string): Promise<void> {
  const id = cartIdOf(visit);
  const quantity = numberOf(visit.request, "quantity", 0, mostUnits);
  if (id === null || quantity === null) return;
  if (quantity === 0) return removeLine(visit, lineId);
  await visit.shop.call(changeCartLine, { params: { id, lineId }, body: { quantity } });
}

async function removeLine(visit: Visit, lineId: string): Promise<void> {
  const cart = await findCart(visit);
  const line = cart?.lines.find((each) => each.id === lineId);
  if (cart === null || line === undefined) return;
  await visit.shop.call(removeCartLine, { params: { id: cart.id, lineId } });
  const { variantId, quantity, title } = line;
  sayOnce(visit, { kind: "removed", variantId, quantity, title });
}

async function acceptChanges(visit: Visit): Promise<void> {
  const id = cartIdOf(visit);
  if (id !== null) await visit.shop.call(acceptCartChanges, { params: { id } });
}

/** Another country: prices, tax and the basket follow. */
export const marketAction: Page = {
  pattern: "/market",
  post: async (visit) => {
    const market = fieldOf(visit.request, "market");
    const back = ownPath(fieldOf(visit.request, "return"), pathIn(visit.locale, "/"));
    if (!/^[a-z][a-z0-9-]{1,15}$/.test(market)) return redirect(back);
    visit.request.cookies.set("market", market, { maxAge: oneYear });
    const atCheckout = back.startsWith(pathIn(visit.locale, "/checkout"));
    await moveCart(visit, market, atCheckout);
    return redirect(back);
  },
};

async function moveCart(visit: Visit, market: string, atCheckout: boolean): Promise<void> {
  const id = cartIdOf(visit);
  if (id === null) return;
  try {
    const cart = await visit.shop.call(chooseCartMarket, { params: { id }, body: { market } });
    if (atCheckout) await chooseDefaults(visit, cart);
  } catch (error) {
    const code = refusalOf(error)?.kind.code ?? "";
    if (!["not_found", "cart_ordered", "choice_unknown", "bad_request"].includes(code)) throw error;
    if (code !== "choice_unknown") forgetCart(visit);
  }
}
