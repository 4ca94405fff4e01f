export { listSellable, priceOf } from "./list-sellable.ts";
export type { SellableVariant } from "./list-sellable.ts";
export { requirePriceVersions, setPrices } from "./set-prices.ts";
export type { ChangedPrice, PriceChange } from "./set-prices.ts";
