export {
  type Account,
  type AccountRole,
  accounts,
  clearingAccount,
  vatAccount,
} from "./accounts.ts";
export { applyPrepayments, openBalance } from "./balances.ts";
export type { EntryWords } from "./entry-words.ts";
export { credit, debit, type Posting } from "./entry.ts";
export { type NewEntry, postEntry, type PostedEntry } from "./post-entry.ts";
export { booksCurrency } from "./contract.ts";
export { reverseEntry } from "./reverse-entry.ts";
