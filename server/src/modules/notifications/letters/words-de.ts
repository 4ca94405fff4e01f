import type { MailWords } from "./words.ts";

export const de: MailWords = {
  hello: (name) => (name === "" ? "Guten Tag," : `Guten Tag ${name},`),
  confirmed: ({ number, shop }) => ({
    subject: `Ihre Bestellung ${number} bei ${shop}`,
    title: "Danke für Ihre Bestellung",
    lead: `Ihre Bestellung ${number} ist bei uns angekommen und wird vorbereitet. Sobald sie unterwegs ist, melden wir uns wieder.`,
  }),
  payLater:
    "Sie geht auf die Reise, sobald Ihre Überweisung da ist. Wie Sie bezahlen, steht in einer eigenen Mail.",
  payAtDoor: (amount) => `Bitte halten Sie bei der Zustellung ${amount} in bar bereit.`,
  payAtPickup: (amount) => `Bitte zahlen Sie ${amount} bar, wenn Sie sie abholen.`,
  transfer: ({ number, shop, amount }) => ({
    subject: `So bezahlen Sie Bestellung ${number} bei ${shop}`,
    title: `Bitte überweisen Sie ${amount}`,
    lead: `Ihre Bestellung ${number} wartet auf Ihre Überweisung. Bitte verwenden Sie genau diese Angaben, damit wir Ihre Zahlung finden.`,
  }),
  transferFields: {
    holder: "Kontoinhaber",
    iban: "IBAN",
    bic: "BIC",
    bank: "Bank",
    amount: "Betrag",
    reference: "Verwendungszweck",
    payBy: "Zahlbar bis",
  },
  transferAfter:
    "Wird bis dahin nicht bezahlt, wird die Bestellung von selbst storniert und die Ware geht an jemand anderen.",
  shipped: ({ number, shop, part }) =>
    ({
      whole: {
        subject: `Ihre Bestellung ${number} bei ${shop} ist unterwegs`,
        title: "Ihr Paket ist unterwegs",
        lead: `Ihre Bestellung ${number} hat uns eben verlassen.`,
      },
      part: {
        subject: `Ein Teil Ihrer Bestellung ${number} bei ${shop} ist unterwegs`,
        title: "Ein Teil ist unterwegs",
        lead: `ein Teil Ihrer Bestellung ${number} hat uns eben verlassen. Der Rest folgt in einem eigenen Paket.`,
      },
      rest: {
        subject: `Der Rest Ihrer Bestellung ${number} bei ${shop} ist unterwegs`,
        title: "Der Rest ist unterwegs",
        lead: `das letzte Paket Ihrer Bestellung ${number} hat uns eben verlassen.`,
      },
    })[part],
  collect: ({ number, shop, place }) => ({
    subject: `Ihre Bestellung ${number} bei ${shop} liegt bereit`,
    title: "Bereit zur Abholung",
    lead: `Ihre Bestellung ${number} wartet auf Sie: ${place}. Bitte bringen Sie die Bestellnummer mit.`,
  }),
  cashDue: "Bar zu zahlen bei der Zustellung",
  track: "Sendung verfolgen",
  invoiceThere: "Die Rechnung finden Sie auf der Seite Ihrer Bestellung.",
  cancelled: ({ number, shop }) => ({
    subject: `Ihre Bestellung ${number} bei ${shop} wurde storniert`,
    title: "Ihre Bestellung wurde storniert",
    lead: `Ihre Bestellung ${number} wurde storniert; es wird nichts davon verschickt.`,
  }),
  cancelReasons: { not_paid_in_time: "Sie wurde nicht rechtzeitig bezahlt." },
  reason: "Grund",
  moneyReturns:
    "Was Sie bezahlt haben, bekommen Sie zurück. Wir schreiben Ihnen, sobald es unterwegs ist.",
  refunded: ({ number, shop, amount }) => ({
    subject: `${amount} zu Bestellung ${number} bei ${shop} kommen zurück`,
    title: `${amount} sind auf dem Weg zu Ihnen`,
    lead: `wir haben Ihnen ${amount} zu Ihrer Bestellung ${number} zurückgezahlt.`,
  }),
  refundTo: (method) =>
    method === "gift-card"
      ? "Das Geld ist wieder auf Ihrem Gutschein; Sie können es sofort ausgeben."
      : method === "store-credit"
        ? "Das Geld ist als Guthaben in Ihrem Konto; Sie können es sofort ausgeben, wenn Sie angemeldet sind."
        : method === "test-card"
          ? "Das Geld geht auf die Karte, mit der Sie bezahlt haben; bis es dort zu sehen ist, vergehen bis zu fünf Bankarbeitstage."
          : "Das Geld geht auf Ihr Bankkonto; bis es dort zu sehen ist, vergehen bis zu zwei Bankarbeitstage.",
  creditNoteThere: "Die Rechnungskorrektur finden Sie auf der Seite Ihrer Bestellung.",
  signUp: ({ shop }) => ({
    subject: `Eröffnen Sie Ihr Konto bei ${shop}`,
    title: "Noch ein Schritt zu Ihrem Konto",
    lead: `jemand, vermutlich Sie, möchte mit dieser Adresse ein Konto bei ${shop} eröffnen. Der Knopf zeigt uns, dass sie Ihnen gehört.`,
  }),
  signUpButton: "Mein Konto eröffnen",
  signUpAgain: ({ shop }) => ({
    subject: `Sie haben schon ein Konto bei ${shop}`,
    title: "Sie haben schon ein Konto",
    lead: `jemand, vermutlich Sie, wollte mit dieser Adresse ein Konto bei ${shop} eröffnen. Es gibt schon eines: Melden Sie sich einfach an. Haben Sie Ihr Passwort vergessen, können Sie dort ein neues setzen.`,
  }),
  signInButton: "Anmelden",
  reset: ({ shop }) => ({
    subject: `Ein neues Passwort für ${shop}`,
    title: "Wählen Sie ein neues Passwort",
    lead: `jemand, vermutlich Sie, hat ein neues Passwort für Ihr Konto bei ${shop} angefordert.`,
  }),
  resetButton: "Neues Passwort wählen",
  secured: ({ shop, change }) => {
    const what = {
      password: ["Ihr Passwort wurde geändert", "das Passwort Ihres Kontos wurde eben geändert."],
      totp_on: [
        "Anmeldung mit Code ist an",
        "Ihr Konto fragt ab jetzt auch nach einem Code aus Ihrer Authenticator-App.",
      ],
      totp_off: [
        "Anmeldung mit Code ist aus",
        "Ihr Konto fragt nicht mehr nach einem Code aus einer Authenticator-App.",
      ],
    }[change];
    const [title = "", lead = ""] = what;
    return { subject: `${title} (${shop})`, title, lead };
  },
  securedAfter:
    "Waren Sie das, ist alles gut. Wenn nicht, setzen Sie sofort ein neues Passwort und antworten Sie auf diese Mail.",
  invited: ({ shop, role, by }) => ({
    subject: `${by} lädt Sie zur Mitarbeit bei ${shop} ein`,
    title: `Willkommen bei ${shop}`,
    lead: `${by} lädt Sie in das Backoffice von ${shop} ein. Ihre Rolle dort: ${role}.`,
  }),
  invitedButton: "Einladung annehmen",
  roles: {
    owner: "Inhaber",
    manager: "Leitung",
    warehouse: "Lager",
    accounts: "Buchhaltung",
    support: "Kundendienst",
  },
  linkUntil: (moment) => `Der Link funktioniert ein Mal, bis ${moment}.`,
  notYou: "Waren Sie es nicht, müssen Sie nichts tun.",
  whyOrder: (number, shop) => `Sie bekommen diese Mail wegen der Bestellung ${number} bei ${shop}.`,
  whyAccount: (shop) => `Sie bekommen diese Mail, weil Ihre Adresse bei ${shop} eingegeben wurde.`,
  whyStaff: (shop) => `Sie bekommen diese Mail wegen Ihrer Arbeit bei ${shop}.`,
  seeOrder: "Bestellung ansehen",
  yourOrder: "Ihre Bestellung",
  inParcel: "In diesem Paket",
  subtotal: "Vor Steuer",
  tax: "Steuer",
  taxInside: "Enthaltene Steuer",
  total: "Gesamt",
  facts: {
    order: "Bestellung",
    delivery: "Versand",
    arrives: "Kommt an",
    ready: "Abholbereit",
    address: "An",
    pickup: "Abholung",
    payment: "Zahlung",
    carrier: "Versand mit",
    tracking: "Sendungsnummer",
  },
  lineNames: { delivery: "Versand", payment_fee: "Zahlartgebühr" },
  methods: {
    "test-card": "Karte",
    "cash-on-delivery": "Nachnahme",
    "bank-transfer": "Überweisung",
    "gift-card": "Gutschein",
    "store-credit": "Guthaben",
    none: "Nichts mehr zu zahlen",
  },
  carriers: { own: "Unser Lieferwagen", pickup: "Abholung", other: "" },
};
