export const begin = {
  title: "Set up your shop",
  steps: { shop: "Your shop", markets: "Where you sell", warehouse: "Warehouse" },
  next: "Save and go on",
  finish: "Save and finish",
  shopHint:
    "This stands on your pages, in your mails and on every invoice. All of it can be changed later.",
  legalNameHint: "Printed on invoices. Left empty, it is the shop's name.",
  emailHint: "Customers write to it, and your mails come from it.",
  currencyAt: (country: string) => `Currency in ${country}`,
  currencyHint: "What your customers at home pay in.",
  further: "Where else do you sell?",
  paidIn: (currency: string) => `Paid in: ${currency}`,
  furtherHint:
    "Each currency needs prices of its own; a product without one is not offered there. Markets can be added and changed under Settings.",
  warehouseHint:
    "Stock lies in a warehouse, and parcels leave from there. More can be added later.",
  mainWarehouse: "Main warehouse",
  sameAddress: "It is where the shop is",
  doneTitle: (shop: string) => `${shop} is set up`,
  doneHint: "Its pages are open already; they wait for your first product. What comes next:",
  ways: {
    product: {
      title: "Add a product",
      hint: "With pictures, variants and prices; or bring a whole catalogue by import.",
    },
    delivery: {
      title: "Look through the ways of delivery",
      hint: "The shop begins with parcels and freight from Germany, in euros and dollars. Make them yours, and add ways for other currencies.",
    },
    payment: {
      title: "Choose the ways to pay",
      hint: "Cash on delivery is on for orders up to 500 euros; other currencies need a limit of their own. Bank transfer needs your account.",
    },
    pages: {
      title: "Read the legal pages",
      hint: "Imprint, privacy and terms are drafts until you have made them yours.",
    },
    staff: { title: "Invite your team", hint: "Each with a role that says what they may do." },
  },
  reminder: {
    shop: "The shop's name and address are still placeholders. They will stand on every invoice.",
    markets: "It is not chosen yet where the shop sells.",
    warehouse: "The shop has no warehouse yet, so nothing can be in stock.",
    goOn: "Go on with the set-up",
  },
};
