/** What is said about tax and VAT ids, in English. */
export const taxEn = {
  tax: {
    business: "Buying for a business?",
    vatId: "VAT id",
    vatIdHint: "With its country code, such as DE123456789. Leave it empty as a private person.",
    vatIdStates: {
      malformed: "This cannot be a VAT id. Please correct it or leave the field empty.",
      unchecked: "This VAT id has not been checked yet.",
      valid: (name: string) =>
        name === "" ? "The VAT id is valid." : `The VAT id is valid: ${name}.`,
      invalid:
        "The register of the member states does not know this VAT id. Your order is taxed as usual.",
      unavailable:
        "The register of VAT ids gives no answer just now. You can order; tax is charged as usual, and we check the VAT id again.",
    },
    relief: "Tax you do not pay",
    notes: {
      "reverse-charge":
        "Reverse charge: an intra-Community supply without VAT; your business accounts for it.",
      exempt: "Without tax, by your certificate of exemption.",
      export: "Without VAT: the goods leave the tax area. Duties on arrival are yours to pay.",
    },
    notCalculated: "The tax follows in a moment.",
    unavailable:
      "The tax cannot be worked out just now, so nothing can be ordered. Nothing is lost: please try again in a few minutes.",
  },
} as const;
