import type { Messages } from "./messages.ts";

/** Was über Steuern und USt-IdNr. gesagt wird, auf Deutsch. */
export const taxDe: Pick<Messages, "tax"> = {
  tax: {
    business: "Kaufen Sie für ein Unternehmen?",
    vatId: "USt-IdNr.",
    vatIdHint: "Mit Länderkürzel, etwa DE123456789. Als Privatperson lassen Sie das Feld leer.",
    vatIdStates: {
      malformed:
        "Das kann keine USt-IdNr. sein. Bitte berichtigen Sie sie oder lassen Sie das Feld leer.",
      unchecked: "Diese USt-IdNr. ist noch nicht geprüft.",
      valid: (name) =>
        name === "" ? "Die USt-IdNr. ist gültig." : `Die USt-IdNr. ist gültig: ${name}.`,
      invalid:
        "Das Register der Mitgliedstaaten kennt diese USt-IdNr. nicht. Ihre Bestellung wird wie üblich besteuert.",
      unavailable:
        "Das Register der USt-IdNrn. antwortet gerade nicht. Sie können bestellen; die Steuer wird wie üblich berechnet, und wir prüfen die USt-IdNr. später noch einmal.",
    },
    relief: "Steuer, die für Sie entfällt",
    notes: {
      "reverse-charge":
        "Steuerschuldnerschaft des Leistungsempfängers: innergemeinschaftliche Lieferung ohne Umsatzsteuer; Ihr Unternehmen führt sie ab.",
      exempt: "Ohne Steuer aufgrund Ihrer Befreiungsbescheinigung.",
      export:
        "Ohne Umsatzsteuer: Die Ware verlässt das Steuergebiet. Einfuhrabgaben tragen Sie selbst.",
    },
    notCalculated: "Die Steuer folgt gleich.",
    unavailable:
      "Die Steuer lässt sich gerade nicht berechnen, deshalb kann nichts bestellt werden. Es geht nichts verloren: Bitte versuchen Sie es in einigen Minuten noch einmal.",
  },
};
