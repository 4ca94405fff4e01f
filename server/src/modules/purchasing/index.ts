export { cancelOpenPurchases } from "./change-purchase.ts";
export { type PurchaseWish, requestPurchase } from "./request-purchase.ts";
