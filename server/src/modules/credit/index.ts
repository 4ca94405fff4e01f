export type { CreditKind } from "./account.ts";
export { liabilityOf } from "./adjust-credit.ts";
export { giftCardToMail } from "./events.ts";
export { findUsableCard, requireCodeTry } from "./find-card.ts";
export { type Hold, holdCredit, redeemHeld, refundToCredit, releaseHeld } from "./move-credit.ts";
export { makeGiftCards, type NewGiftCard } from "./issue-gift-cards.ts";
export { type CardToMail, cardToMail, revealCode } from "./reveal-code.ts";
export { restoreGiftCards, type ReturnedUnits, returnGiftCards } from "./return-gift-cards.ts";
export { ensureStoreCredit } from "./store-credit.ts";
