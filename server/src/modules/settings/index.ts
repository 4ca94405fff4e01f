export { inLocale } from "./delivery.ts";
export type { Basket, DeliveryChoice, DeliveryOption } from "./delivery.ts";
export { sellsTo } from "./market.ts";
export type { Market } from "./market.ts";
export {
  deliveryChoices,
  enabledPaymentMethods,
  findMarket,
  getMarket,
  getSettings,
  listMarkets,
  marketFor,
  shopToday,
} from "./queries.ts";
export { seedSettings } from "./seed-settings.ts";
export { keepSettingsReady } from "./snapshot.ts";
export { amountIn } from "./shapes.ts";
export type { PaymentMethod, Setting, SettingKind, TextByLocale } from "./shapes.ts";
