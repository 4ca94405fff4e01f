import { notFound, refuse } from "../../kernel/errors.ts";
import { phased, read, type Route, write } from "../../platform/route.ts";
import { addCartLine } from "./add-cart-line.ts";
import { addGiftCard, chooseStoreCredit, removeGiftCard } from "./cart-credit.ts";
import { cartViewOf } from "./cart-view.ts";
import {
  acceptCartChanges,
  changeCartDetails,
  chooseCartMarket,
  chooseDelivery,
} from "./change-cart-details.ts";
import { changeCartLine, removeCartLine } from "./change-cart-line.ts";
import * as contract from "./contract.ts";
import { createCart } from "./create-cart.ts";
import { enterCode, removeCode } from "./enter-code.ts";
import { findAccountCart } from "./find-account-cart.ts";
import { mergeCarts } from "./merge-carts.ts";
import { readCart } from "./read-cart.ts";
import { settleTax } from "./settle-tax.ts";

export const routes: Route[] = [
  write(contract.createCart, (ctx, { body }) => createCart(ctx, body)),
  read(contract.getCart, async (ctx, { params }) =>
    cartViewOf(ctx, (await readCart(ctx, params.id)) ?? refuse(notFound)),
  ),
  write(contract.addCartLine, (ctx, { params, body }) => addCartLine(ctx, params.id, body)),
  write(contract.changeCartLine, (ctx, { params, body }) =>
    changeCartLine(ctx, { cartId: params.id, lineId: params.lineId }, body.quantity),
  ),
  write(contract.removeCartLine, (ctx, { params }) =>
    removeCartLine(ctx, { cartId: params.id, lineId: params.lineId }),
  ),
  phased(contract.enterCartCode, (edge, { params, body }) => enterCode(edge, params.id, body.code)),
  write(contract.removeCartCode, (ctx, { params }) => removeCode(ctx, params.id, params.code)),
  write(contract.changeCartDetails, (ctx, { params, body }) =>
    changeCartDetails(ctx, params.id, body),
  ),
  write(contract.chooseDelivery, (ctx, { params, body }) =>
    chooseDelivery(ctx, params.id, body.deliveryOptionId),
  ),
  write(contract.choosePaymentMethod, (ctx, { params, body }) =>
    changeCartDetails(ctx, params.id, { paymentMethod: body.method }),
  ),
  phased(contract.addGiftCard, (edge, { params, body }) => addGiftCard(edge, params.id, body.code)),
  write(contract.removeGiftCard, (ctx, { params }) =>
    removeGiftCard(ctx, { cartId: params.id, cardId: params.cardId }),
  ),
  write(contract.chooseStoreCredit, (ctx, { params, body }) =>
    chooseStoreCredit(ctx, params.id, body.use),
  ),
  write(contract.chooseCartMarket, (ctx, { params, body }) =>
    chooseCartMarket(ctx, params.id, body.market),
  ),
  write(contract.acceptCartChanges, (ctx, { params }) => acceptCartChanges(ctx, params.id)),
  phased(contract.settleCartTax, (edge, { params }) => settleTax(edge, params.id)),
  read(contract.getAccountCart, async (ctx) => {
    const cart = await findAccountCart(ctx);
    return { cart: cart && (await cartViewOf(ctx, cart)) };
  }),
  write(contract.mergeIntoAccountCart, (ctx, { body }) => mergeCarts(ctx, body.cartId)),
];
