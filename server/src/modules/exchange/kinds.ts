/** What a file can bring. Old orders are not among it: an order's tax, payments and postings cannot be made up. */
export const importKinds = ["products", "stock", "customers", "redirects"] as const;
export type ImportKind = (typeof importKinds)[number];

export const exportKinds = ["products", "stock", "customers", "orders", "redirects"] as const;
export type ExportKind = (typeof exportKinds)[number];
export const exportFormats = ["own", "shopify", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** mapping: staff look at the columns; checked: what it would do is known; the rest is as it says. */
export const importStates = [
  "mapping",
  "reading",
  "checking",
  "checked",
  "running",
  "done",
  "cancelled",
  "failed",
] as const;
export type ImportState = (typeof importStates)[number];

/** What becomes of an item. `kept`: it is here already and the file was not allowed to overwrite it. */
export const verdicts = ["create", "change", "unchanged", "kept", "refused"] as const;
export type Verdict = (typeof verdicts)[number];

/** google: Google Merchant Center; meta: Meta's catalogue; rss: new products for people's readers. */
export const feedKinds = ["google", "meta", "rss"] as const;
export type FeedKind = (typeof feedKinds)[number];

/** What an item lacks that the reader of the feed will miss. */
export const feedProblems = ["barcode", "picture", "description", "category"] as const;
export type FeedProblem = (typeof feedProblems)[number];
