import type { DocumentView } from "@shopwright/server/contracts/invoicing";
import type { MoneyView } from "@shopwright/server/kernel/money";

/** An amount of a document as it counts in a sum: credit notes take away, however they are printed. */
export function signed(document: DocumentView, field: "net" | "tax" | "gross"): MoneyView {
  const { minor, currency } = document[field];
  const takesAway = document.kind === "credit_note" && !minor.startsWith("-") && minor !== "0";
  return { minor: takesAway ? `-${minor}` : minor, currency };
}
