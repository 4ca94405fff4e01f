/** google: Google Merchant Center; meta: Meta's catalogue; rss: new products for people's readers. */
export const feedKinds = ["google", "meta", "rss"] as const;
export type FeedKind = (typeof feedKinds)[number];

/** What an item lacks that the reader of the feed will miss. */
export const feedProblems = ["barcode", "picture", "description", "category"] as const;
export type FeedProblem = (typeof feedProblems)[number];
