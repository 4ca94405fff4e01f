import { errorKind } from "../../kernel/errors.ts";

/** A gift card or store credit has less than it is to pay, is blocked or has expired. */
export const creditChanged = errorKind(
  "credit_changed",
  409,
  "A gift card or store credit covers less than shown",
);
/** No gift card has this code, or it cannot be used. Which of them is not said. */
export const codeUnknown = errorKind(
  "gift_card_unknown",
  409,
  "There is no gift card with this code that can be used",
);
/** details: `{ available }` in minor units: what is not held for an order. */
export const creditTooLow = errorKind(
  "credit_too_low",
  409,
  "More than what is available cannot be taken off",
);
/** The code was shown before; it can be mailed to the recipient. */
export const codeShownBefore = errorKind(
  "gift_card_code_shown",
  409,
  "The code is shown once only",
);
/** The card has no recipient with an address. */
export const noRecipient = errorKind(
  "gift_card_no_recipient",
  409,
  "This gift card has no address to be mailed to",
);
/** details: `{ retryAfterSeconds }`. */
export const tooManyCodes = errorKind(
  "too_many_codes",
  429,
  "Too many codes were tried from here; please wait a little",
);
/** Something was spent of a gift card that is to be given back, or is held for an order. */
export const giftCardUsed = errorKind(
  "gift_card_used",
  409,
  "A gift card that was used cannot be given back",
);
