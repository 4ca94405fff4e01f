/** What kind of thing a product is: goods that are sent, or a gift card, which is mailed once it is paid. */
export const productKinds = ["physical", "gift_card"] as const;
export type ProductKind = (typeof productKinds)[number];
