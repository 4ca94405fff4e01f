import type { InputOf, ReplyOf, StreamedFile } from "../../../kernel/endpoint.ts";
import { notFound, refuse } from "../../../kernel/errors.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { publicUrl } from "../../../platform/config.ts";
import type { Context } from "../../../platform/context.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { sql } from "../../../platform/sql.ts";
import { fileStorage } from "../../../platform/storage.ts";
import type { getFeed as getContract, listFeeds as listContract } from "../feed-contract.ts";
import { makeFeeds } from "./jobs.ts";
import type { FeedKind } from "../kinds.ts";
import type { Lacks } from "./make-feed.ts";
import { feedFormats } from "./write-feed.ts";

interface FeedRow {
  readonly id: string;
  readonly kind: FeedKind;
  readonly market: string;
  readonly locale: Locale;
  readonly pages: readonly string[];
  readonly items: number;
  readonly problems: Lacks;
  readonly made_at: Date | null;
  readonly failure: string | null;
}

/** Every feed with its addresses, and what its items lack. */
export async function listFeeds(ctx: Context): Promise<ReplyOf<typeof listContract>> {
  const rows = await ctx.db.all<FeedRow>(sql`
    select id, kind, market, locale, pages, items, problems, made_at, failure from exchange.feed
    where made_at is not null or failure is not null
    order by kind, market, locale`);
  return {
    feeds: rows.map((row) => ({
      id: typeId("feed", row.id),
      kind: row.kind,
      market: row.market,
      locale: row.locale,
      addresses: row.pages.map((_key, index) => addressOf(row, index + 1)),
      items: row.items,
      problems: Object.entries(row.problems).map(([lacks, { count, examples }]) => ({
        lacks: lacks as keyof Lacks, // from the program's own list when the feed was made
        count,
        examples: [...examples],
      })),
      madeAt: row.made_at?.toISOString() ?? null,
      failure: row.failure,
    })),
  };
}

function addressOf({ kind, market, locale }: FeedRow, page: number): string {
  return `${publicUrl()}/api/store/feeds/${kind}/${market}/${locale}?page=${page}`;
}

/** Has all of them made at once. */
export async function refreshFeeds(ctx: Context): Promise<undefined> {
  enqueue(ctx, makeFeeds, {}, { key: "asked" });
}

/** A page of a feed as it was made last. Refuses `not_found` where there is none. */
export async function getFeed(
  ctx: Context,
  { params, query }: InputOf<typeof getContract>,
): Promise<StreamedFile> {
  const { kind, market, locale } = params;
  const feed = await ctx.db.maybe<Pick<FeedRow, "pages">>(sql`
    select pages from exchange.feed
    where kind = ${kind} and market = ${market} and locale = ${locale}`);
  const key = feed?.pages[query.page - 1];
  const chunks = key === undefined ? null : await fileStorage().stream(key);
  if (chunks === null) refuse(notFound);
  const { contentType, extension } = feedFormats[kind];
  return {
    contentType,
    fileName: `${kind}-${market}-${locale}.${extension}`,
    chunks,
    inline: true,
  };
}
