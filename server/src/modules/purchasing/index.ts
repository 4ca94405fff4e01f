export { cancelOpenPurchases } from "./cancel-open-purchases.ts";
export { type PurchaseWish, requestPurchase } from "./request-purchase.ts";
