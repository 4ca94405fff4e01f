import type { SettingKind, SettingView } from "./shapes.ts";

/** What holds until a merchant saves something else: a shop that can sell for cash, and nothing more. */
export const settingDefaults: { readonly [K in SettingKind]: SettingView<K> } = {
  shop: {
    name: "My shop",
    legalName: "My shop",
    address: {
      name: "My shop",
      line1: "Main street 1",
      city: "Hamburg",
      postcode: "20095",
      country: "DE",
    },
    email: "shop@example.com",
    phone: "",
    vatId: "",
    baseCurrency: "EUR",
    baseLocale: "en",
    timeZone: "Europe/Berlin",
    fiscalYearStartMonth: 1,
    invoiceSeriesPrefix: "INV",
    demo: false,
  },
  checkout: {
    holdMinutes: 30,
    longestHoldMinutes: 120,
    ordersPerAddress: 30,
    ordersPerCustomer: 10,
    unpaidPerCustomer: 10,
    guestsWelcome: true,
    lowStockAt: 5,
  },
  "cash-on-delivery": {
    enabled: true,
    fees: [],
    limits: [{ minor: "50000", currency: "EUR" }],
  },
  "bank-transfer": {
    enabled: false,
    accountHolder: "",
    iban: "",
    bic: "",
    bank: "",
    daysToPay: 10,
  },
  "test-card": { enabled: false, captureMoment: "at_shipping" },
  credit: { giftCardDays: null },
  mail: { senderName: "", signature: "" },
  tax: { oss: true, registrations: [], classes: [], vatIdDays: 30, serviceMarkets: [] },
};
