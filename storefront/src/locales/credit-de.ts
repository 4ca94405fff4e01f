import type { Messages } from "./messages.ts";

/** Was zu Gutscheinen und Guthaben gesagt wird, auf Deutsch. */
export const creditDe: Pick<Messages, "credit"> = {
  credit: {
    title: "Gutschein: Guthaben prüfen",
    giftCard: (end) => `Gutschein ••••${end}`,
    store: "Guthaben",
    have: "Gutschein einlösen",
    code: "Gutscheincode",
    codeHint: "Sechzehn Buchstaben und Ziffern; Großschreibung und Striche sind egal.",
    use: "Einlösen",
    check: "Guthaben anzeigen",
    drop: "Herausnehmen",
    useNow: "Jetzt nutzen",
    keepForLater: "Für später aufheben",
    onIt: (amount) => `${amount} verfügbar`,
    problems: {
      other_currency: "Er lautet auf eine andere Währung.",
      not_usable: "Er kann nicht mehr eingelöst werden.",
      empty: "Es ist nichts mehr darauf.",
    },
    due: "Noch zu zahlen",
    until: (date) => `Einzulösen bis ${date}`,
    forGood: "Verfällt nicht",
    own: "Ihr Guthaben",
    ownHint: "Damit wird bei einer Bestellung zuerst bezahlt, wenn Sie es nicht aufheben.",
    held: (amount) =>
      `Weitere ${amount} sind für eine Bestellung vorgemerkt, die noch nicht bezahlt ist`,
    dueMoved:
      "Ein Gutschein oder Ihr Guthaben deckt weniger als zuvor gezeigt. Es wurde noch nichts bestellt: Bitte sehen Sie noch einmal darüber und bestellen Sie dann.",
    byMail:
      "Gutscheine kommen per E-Mail, sobald sie bezahlt sind. Ihre Adresse wird nur für die Rechnung gebraucht.",
    mailedWhenPaid: "gehen hinaus, sobald sie bezahlt sind",
    paidFirst: "Gutscheine werden nach der Bezahlung gemailt, deshalb nicht bar an der Haustür.",
  },
};
