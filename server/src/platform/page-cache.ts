import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Database } from "./db.ts";
import type { Logger } from "./log.ts";
import { sql } from "./sql.ts";

/** A finished answer. Compressed when it is asked for a second time, then kept in that form, too. */
export interface CachedPage {
  readonly status: number;
  readonly contentType: string;
  readonly plain: Buffer;
  readonly etag: string;
  gzip: Buffer | null;
  brotli: Buffer | null;
}

interface Entry {
  readonly page: CachedPage;
  readonly tags: readonly string[];
  readonly until: number;
  readonly bytes: number;
}

export interface PageCache {
  get(key: string): CachedPage | null;
  /**
   * Notes when a page's data began to be read. `keep` stores the page unless one of its tags was
   * touched since, so a page made of old facts never outlives the touch that made them old.
   */
  begin(): { keep(key: string, page: CachedPage, tags: readonly string[]): void };
  /** Learns of touched tags now; the background look calls it every `lookMilliseconds`. */
  look(): Promise<void>;
  start(): void;
  stop(): void;
  readonly size: () => number;
}

/** Nothing is served older than this, whatever the tags say. */
const longestLife = 60_000;
/** What all kept pages may take: about twice their plain size with both compressed forms. */
const mostBytes = 24 * 1024 * 1024;
export const lookMilliseconds = 500;
/** When the database could not be asked for this long, nothing is served from memory: it may be wrong. */
const blindLimit = 1_500;

/**
 * Finished pages by address, market and locale, dropped when a content tag that they show is touched
 * by any process. Touches are read from the database by transaction id: a row whose transaction was
 * still open at the last look is found at the next one, so none is missed.
 */
export function createPageCache(database: Database, log: Logger): PageCache {
  const entries = new Map<string, Entry>();
  const keysByTag = new Map<string, Set<string>>();
  /** Per tag, the number of the look that last saw it touched. */
  const touchedAt = new Map<string, number>();
  let bytes = 0;
  let looks = 0;
  let horizon: string | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const drop = (key: string): void => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    bytes -= entry.bytes;
    for (const tag of entry.tags) {
      const keys = keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysByTag.delete(tag);
    }
  };

  const look = async (): Promise<void> => {
    const started = performance.now();
    const rows = await database.all<{ horizon: string; tags: string[] | null }>(sql`
      select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
             (select array_agg(distinct tag) from platform.touched_tag
              where xid >= coalesce(${horizon}::text, '0')::xid8) as tags`);
    looks += 1;
    const first = horizon === null;
    horizon = rows[0]?.horizon ?? horizon;
    lookedAt = started;
    if (first) return; // nothing was kept before the first look
    for (const tag of rows[0]?.tags ?? []) {
      touchedAt.set(tag, looks);
      // What is remembered under the tag's name made the old page, and must not make the next one.
      database.memory.held.delete(tag);
      for (const key of [...(keysByTag.get(tag) ?? [])]) drop(key);
    }
  };

  const again = (): void => {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) =>
          log.warn({ err: error }, "page cache could not look for changes"),
        )
        .finally(() => {
          if (timer !== undefined) again();
        });
    }, lookMilliseconds);
    timer.unref();
  };

  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return null;
      const now = performance.now();
      if (now - lookedAt > blindLimit) return null;
      if (entry.until <= now) {
        drop(key);
        return null;
      }
      // Asked for again: the last to go when room is needed.
      entries.delete(key);
      entries.set(key, entry);
      return entry.page;
    },
    begin: () => {
      const from = looks;
      const seen = horizon !== null;
      return {
        keep: (key, page, tags) => {
          if (!seen || tags.some((tag) => (touchedAt.get(tag) ?? -1) > from)) return;
          drop(key);
          const size = page.plain.length * 2 + 1_000;
          if (size > mostBytes / 8) return;
          bytes += size;
          entries.set(key, { page, tags, until: performance.now() + longestLife, bytes: size });
          for (const oldest of entries.keys()) {
            if (bytes <= mostBytes) break;
            drop(oldest);
          }
          for (const tag of tags) {
            const keys = keysByTag.get(tag) ?? new Set();
            keys.add(key);
            keysByTag.set(tag, keys);
          }
        },
      };
    },
    look,
    start: () => {
      look().catch((error: unknown) =>
        log.warn({ err: error }, "page cache could not look for changes"),
      );
      again();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
    size: () => entries.size,
  };
}

/** Finishes an answer for keeping. */
export function finishPage(status: number, contentType: string, body: string): CachedPage {
  const plain = Buffer.from(body);
  const etag = `"${createHash("sha1").update(plain).digest("base64url")}"`;
  return { status, contentType, plain, etag, gzip: null, brotli: null };
}

/** The page in the best encoding that the browser takes: compressed once, served many times. */
export function encodedPage(
  page: CachedPage,
  accepted: string,
): { readonly encoding: string | null; readonly bytes: Buffer } {
  if (page.plain.length < 1024) return { encoding: null, bytes: page.plain };
  if (accepted.includes("br")) {
    page.brotli ??= brotliCompressSync(page.plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
    });
    return { encoding: "br", bytes: page.brotli };
  }
  if (accepted.includes("gzip")) {
    page.gzip ??= gzipSync(page.plain, { level: 6 });
    return { encoding: "gzip", bytes: page.gzip };
  }
  return { encoding: null, bytes: page.plain };
}
