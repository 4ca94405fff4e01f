import { randomBytes } from "node:crypto";
import type { Uuid } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { publicUrl } from "../../../platform/config.ts";
import { external } from "../../../platform/db.ts";
import type { Edge } from "../../../platform/edge.ts";
import { sql } from "../../../platform/sql.ts";
import { fileStorage } from "../../../platform/storage.ts";
import { getSettings, listMarkets } from "../../settings/index.ts";
import { type FeedAudience, type FeedItem, feedItems } from "./feed-items.ts";
import { type FeedKind, type FeedProblem, feedProblems } from "../kinds.ts";
import { feedFormats } from "./write-feed.ts";

export interface Feed {
  readonly id: Uuid;
  readonly kind: FeedKind;
  readonly market: string;
  readonly locale: Locale;
  readonly pages: readonly string[];
}

/** How many items lack what, with the first few of them. */
export type Lacks = Partial<Record<FeedProblem, { count: number; examples: string[] }>>;

const mostExamples = 20;
const newest = 50;
const pieceLength = 64 * 1024;

/**
 * Writes a feed's files anew and exchanges them for the ones before, which go once nothing names them. Whoever
 * fetches meanwhile gets the old ones whole.
 */
export async function makeFeed(edge: Edge, feed: Feed): Promise<void> {
  const ctx = edge.reading();
  const market = (await listMarkets(ctx)).find(({ code }) => code === feed.market);
  if (market === undefined) return removeFeed(edge, feed);
  const { name } = await getSettings(ctx, "shop");
  const audience: FeedAudience = {
    market: market.code,
    currency: market.currency,
    locale: feed.locale,
    publicUrl: publicUrl(),
  };
  const found = { items: 0, lacks: {} as Lacks };
  const items = feed.kind === "rss" ? latest(feedItems(ctx, audience)) : feedItems(ctx, audience);
  const noted = noting(items, found);
  const pages: string[] = [];
  const format = feedFormats[feed.kind];
  for (let more = true; more;) {
    const key = `feed-${feed.id}-${pages.length + 1}-${randomBytes(5).toString("hex")}.${format.extension}`;
    const written = pageOf(noted, feed.kind, { name, url: audience.publicUrl });
    await external(() => fileStorage().putStream(key, written.chunks));
    pages.push(key);
    more = written.isFull();
  }
  await edge.transaction(async ({ db, now }) => {
    await db.run(sql`
      update exchange.feed
      set pages = ${JSON.stringify(pages)}::jsonb, items = ${found.items},
          problems = ${JSON.stringify(found.lacks)}::jsonb, made_at = ${now}, failure = null
      where id = ${feed.id}`);
  });
  await removeFiles(feed.pages);
}

/** A market that is closed has no feed. */
async function removeFeed(edge: Edge, { id, pages }: Feed): Promise<void> {
  await edge.transaction(async ({ db }) => {
    await db.run(sql`delete from exchange.feed where id = ${id}`);
  });
  await removeFiles(pages);
}

function removeFiles(keys: readonly string[]): Promise<void> {
  return external(async () => {
    for (const key of keys) await fileStorage().remove(key);
  });
}

/** One page: as many items as a page takes, and whether there may be more. */
function pageOf(
  items: AsyncIterator<FeedItem>,
  kind: FeedKind,
  shop: { readonly name: string; readonly url: string },
): { chunks: AsyncGenerator<Uint8Array>; isFull: () => boolean } {
  const format = feedFormats[kind];
  const encoder = new TextEncoder();
  let count = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let text = format.head(shop);
    while (count < format.mostItemsAPage) {
      const { value, done } = await items.next();
      if (done === true) break;
      count += 1;
      text += format.item(value);
      if (text.length < pieceLength) continue;
      yield encoder.encode(text);
      text = "";
    }
    yield encoder.encode(text + format.end);
  }
  return { chunks: chunks(), isFull: () => count >= format.mostItemsAPage };
}

async function* noting(
  items: AsyncIterable<FeedItem>,
  found: { items: number; lacks: Lacks },
): AsyncGenerator<FeedItem> {
  for await (const item of items) {
    found.items += 1;
    for (const problem of lacking(item)) {
      const noted = (found.lacks[problem] ??= { count: 0, examples: [] });
      noted.count += 1;
      if (noted.examples.length < mostExamples) noted.examples.push(item.id);
    }
    yield item;
  }
}

function lacking(item: FeedItem): FeedProblem[] {
  const lacks: Record<FeedProblem, boolean> = {
    barcode: item.barcode === null,
    picture: item.pictures.length === 0,
    description: item.description === item.title,
    category: item.category === "",
  };
  return feedProblems.filter((problem) => lacks[problem]);
}

/** The first variant of each of the newest products, newest first. */
async function* latest(items: AsyncIterable<FeedItem>): AsyncGenerator<FeedItem> {
  let kept: FeedItem[] = [];
  let group = "";
  for await (const item of items) {
    if (item.group === group) continue;
    group = item.group;
    kept.push(item);
    if (kept.length >= newest * 4) kept = byAge(kept);
  }
  yield* byAge(kept);
}

const byAge = (items: readonly FeedItem[]): FeedItem[] =>
  items.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()).slice(0, newest);
