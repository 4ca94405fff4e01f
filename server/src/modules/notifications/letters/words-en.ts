import type { MailWords } from "./words.ts";

export const en: MailWords = {
  hello: (name) => (name === "" ? "Hello," : `Hello ${name},`),
  confirmed: ({ number, shop }) => ({
    subject: `Your order ${number} at ${shop}`,
    title: "Thank you for your order",
    lead: `We have your order ${number} and will get it ready. You will hear from us again when it is on its way.`,
  }),
  payLater:
    "It leaves as soon as your transfer has arrived. How to pay stands in a mail of its own.",
  payAtDoor: (amount) => `Please have ${amount} in cash ready when the parcel arrives.`,
  payAtPickup: (amount) => `Please pay ${amount} in cash when you collect it.`,
  transfer: ({ number, shop, amount }) => ({
    subject: `How to pay for order ${number} at ${shop}`,
    title: `Please transfer ${amount}`,
    lead: `Your order ${number} is waiting for your transfer. Please use exactly these details, so that we find your payment.`,
  }),
  transferFields: {
    holder: "Account holder",
    iban: "IBAN",
    bic: "BIC",
    bank: "Bank",
    amount: "Amount",
    reference: "Reference",
    payBy: "Please pay by",
  },
  transferAfter:
    "An order that is not paid by then is cancelled by itself, and the goods go to someone else.",
  shipped: ({ number, shop, part }) =>
    ({
      whole: {
        subject: `Your order ${number} at ${shop} is on its way`,
        title: "Your parcel is on its way",
        lead: `Your order ${number} has just left us.`,
      },
      part: {
        subject: `A part of your order ${number} at ${shop} is on its way`,
        title: "A part is on its way",
        lead: `A part of your order ${number} has just left us. The rest follows in a parcel of its own.`,
      },
      rest: {
        subject: `The rest of your order ${number} at ${shop} is on its way`,
        title: "The rest is on its way",
        lead: `The last parcel of your order ${number} has just left us.`,
      },
    })[part],
  collect: ({ number, shop, place }) => ({
    subject: `Your order ${number} at ${shop} is ready`,
    title: "Ready to be collected",
    lead: `Your order ${number} waits for you at ${place}. Please bring the order number.`,
  }),
  cashDue: "To be paid in cash on delivery",
  track: "Follow the parcel",
  invoiceThere: "The invoice is on the page of your order.",
  cancelled: ({ number, shop }) => ({
    subject: `Your order ${number} at ${shop} was cancelled`,
    title: "Your order was cancelled",
    lead: `Your order ${number} has been cancelled; nothing of it will be sent.`,
  }),
  cancelReasons: { not_paid_in_time: "It was not paid in time." },
  reason: "Reason",
  moneyReturns: "What you have paid goes back to you. We write again when it is on its way.",
  refunded: ({ number, shop, amount }) => ({
    subject: `${amount} for order ${number} at ${shop} is coming back to you`,
    title: `${amount} is on its way back`,
    lead: `We have returned ${amount} for your order ${number}.`,
  }),
  refundTo: (method) =>
    method === "gift-card"
      ? "It is on your gift card again and can be spent at once."
      : method === "store-credit"
        ? "It is store credit in your account and can be spent at once, when you are signed in."
        : method === "test-card"
          ? "It goes to the card you paid with; banks take up to five working days to show it."
          : "It goes to your bank account; banks take up to two working days to show it.",
  creditNoteThere: "The credit note is on the page of your order.",
  signUp: ({ shop }) => ({
    subject: `Open your account at ${shop}`,
    title: "One step to your account",
    lead: `Somebody, probably you, wants to open an account at ${shop} with this address. The button shows us that it is yours.`,
  }),
  signUpButton: "Open my account",
  signUpAgain: ({ shop }) => ({
    subject: `You already have an account at ${shop}`,
    title: "You already have an account",
    lead: `Somebody, probably you, wanted to open an account at ${shop} with this address. There is one already: simply sign in. If you have forgotten your password, you can set a new one there.`,
  }),
  signInButton: "Sign in",
  reset: ({ shop }) => ({
    subject: `A new password for ${shop}`,
    title: "Choose a new password",
    lead: `Somebody, probably you, asked for a new password for your account at ${shop}.`,
  }),
  resetButton: "Choose a new password",
  secured: ({ shop, change }) => {
    const what = {
      password: ["Your password was changed", "The password of your account was changed just now."],
      totp_on: [
        "Sign-in with a code is on",
        "From now on your account asks for a code from your authenticator app, too.",
      ],
      totp_off: [
        "Sign-in with a code is off",
        "Your account no longer asks for a code from an authenticator app.",
      ],
    }[change];
    const [title = "", lead = ""] = what;
    return { subject: `${title} (${shop})`, title, lead };
  },
  securedAfter:
    "If this was you, all is well. If not, set a new password at once and tell us by answering this mail.",
  invited: ({ shop, role, by }) => ({
    subject: `${by} invites you to work at ${shop}`,
    title: `Welcome to ${shop}`,
    lead: `${by} invites you to the back office of ${shop}. Your role there: ${role}.`,
  }),
  invitedButton: "Accept the invitation",
  roles: {
    owner: "owner",
    manager: "manager",
    warehouse: "warehouse",
    accounts: "accounts",
    support: "support",
  },
  linkUntil: (moment) => `The link works once, until ${moment}.`,
  notYou: "If it was not you, you need not do anything.",
  whyOrder: (number, shop) => `You get this mail because of order ${number} at ${shop}.`,
  whyAccount: (shop) => `You get this mail because your address was entered at ${shop}.`,
  whyStaff: (shop) => `You get this mail because of your work at ${shop}.`,
  seeOrder: "See your order",
  yourOrder: "Your order",
  inParcel: "In this parcel",
  subtotal: "Before tax",
  tax: "Tax",
  taxInside: "Tax included",
  total: "Total",
  facts: {
    order: "Order",
    delivery: "Delivery",
    arrives: "Arrives",
    ready: "Ready",
    address: "To",
    pickup: "Pickup",
    payment: "Payment",
    carrier: "Carrier",
    tracking: "Tracking number",
  },
  lineNames: { delivery: "Delivery", payment_fee: "Payment fee" },
  methods: {
    "test-card": "Card",
    "cash-on-delivery": "Cash on delivery",
    "bank-transfer": "Bank transfer",
    "gift-card": "Gift card",
    "store-credit": "Store credit",
    none: "Nothing left to pay",
  },
  carriers: { own: "Our own van", pickup: "Pickup", other: "" },
};
