/** What is said about gift cards and store credit, in English. */
export const creditEn = {
  credit: {
    title: "Gift card balance",
    giftCard: (end: string) => `Gift card ••••${end}`,
    store: "Store credit",
    have: "Enter a gift card",
    code: "Gift card code",
    codeHint: "Sixteen letters and digits; capitals and dashes do not matter.",
    use: "Redeem",
    check: "Show the balance",
    drop: "Take out",
    useNow: "Use it now",
    keepForLater: "Keep it for later",
    onIt: (amount: string) => `${amount} on it`,
    problems: {
      other_currency: "It is in another currency.",
      not_usable: "It cannot be used any more.",
      empty: "Nothing is left on it.",
    },
    due: "Left to pay",
    until: (date: string) => `To be used until ${date}`,
    forGood: "Does not expire",
    own: "Your store credit",
    ownHint: "It pays first when you order, unless you keep it for later.",
    held: (amount: string) => `${amount} more are held for an order that is not paid yet`,
    dueMoved:
      "A gift card or your store credit covers less than shown before. Nothing was ordered yet: please look it over and order again.",
    byMail:
      "Gift cards come by e-mail as soon as they are paid. Your address is only needed for the invoice.",
    mailedWhenPaid: "sent as soon as they are paid",
    paidFirst: "Gift cards are mailed once they are paid, so not with cash at the door.",
  },
} as const;
