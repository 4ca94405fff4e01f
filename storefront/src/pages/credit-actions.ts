import { addGiftCard, chooseStoreCredit, removeGiftCard } from "@shopwright/server/contracts/cart";
import { fieldOf } from "../form.ts";
import type { Visit } from "../visit.ts";

/**
 * Does what a button about gift cards or store credit asks for, in the basket or at the checkout. False when
 * it asks for something else. Throws the shop's refusals.
 */
export async function doCreditAction(visit: Visit, cartId: string, deed: string): Promise<boolean> {
  const params = { id: cartId };
  const { shop } = visit;
  const code = fieldOf(visit.request, "giftCard").trim();
  if (deed === "gift-card") {
    if (code !== "") await shop.call(addGiftCard, { params, body: { code: code.slice(0, 40) } });
    return true;
  }
  if (deed === "use-credit" || deed === "keep-credit") {
    await shop.call(chooseStoreCredit, { params, body: { use: deed === "use-credit" } });
    return true;
  }
  if (!deed.startsWith("drop-card:")) return false;
  const cardId = deed.slice("drop-card:".length);
  await shop.call(removeGiftCard, { params: { ...params, cardId } });
  return true;
}
