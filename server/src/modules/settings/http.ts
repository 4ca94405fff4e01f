import { read, type Route, write } from "../../platform/route.ts";
import { changeDeliveryOption, createDeliveryOption } from "./change-delivery-option.ts";
import { changeMarket, createMarket } from "./change-market.ts";
import { changeSetting } from "./change-setting.ts";
import * as contract from "./contract.ts";
import { allDeliveryOptions, allMarkets, allSettings, shopViewOf } from "./views.ts";

export const routes: Route[] = [
  read(contract.getShop, (ctx) => shopViewOf(ctx)),
  read(contract.getAllSettings, (ctx) => allSettings(ctx)),
  write(contract.changeShop, (ctx, { body }) => changeSetting(ctx, "shop", body)),
  write(contract.changeCheckout, (ctx, { body }) => changeSetting(ctx, "checkout", body)),
  write(contract.changeCashOnDelivery, (ctx, { body }) =>
    changeSetting(ctx, "cash-on-delivery", body),
  ),
  write(contract.changeBankTransfer, (ctx, { body }) => changeSetting(ctx, "bank-transfer", body)),
  write(contract.changeTestCard, (ctx, { body }) => changeSetting(ctx, "test-card", body)),
  write(contract.changeCredit, (ctx, { body }) => changeSetting(ctx, "credit", body)),
  write(contract.changeMail, (ctx, { body }) => changeSetting(ctx, "mail", body)),
  write(contract.changeTax, (ctx, { body }) => changeSetting(ctx, "tax", body)),
  read(contract.listAllMarkets, (ctx) => allMarkets(ctx)),
  write(contract.createMarket, (ctx, { body }) => createMarket(ctx, body)),
  write(contract.changeMarket, (ctx, { params, body }) => changeMarket(ctx, params.code, body)),
  read(contract.listDeliveryOptions, (ctx) => allDeliveryOptions(ctx)),
  write(contract.createDeliveryOption, (ctx, { body }) => createDeliveryOption(ctx, body)),
  write(contract.changeDeliveryOption, (ctx, { params, body }) =>
    changeDeliveryOption(ctx, params.id, body),
  ),
];
