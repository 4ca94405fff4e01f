export type { DocumentContent, DocumentLine, LinePart } from "./document.ts";
export { issueCreditNote } from "./issue-credit-note.ts";
export type { Crediting } from "./issue-credit-note.ts";
export { invoiceParts, invoiceTotal } from "./invoice-parts.ts";
export { issueInvoice } from "./issue-invoice.ts";
export type { Invoicing } from "./issue-invoice.ts";
export { documentContent, documentsOf } from "./queries.ts";
