import type { CachedPage } from "./cached-page.ts";
import type { Database } from "./db.ts";
import { KeptPages } from "./kept-pages.ts";
import type { Logger } from "./log.ts";
import { blindLimit, forgetTags } from "./memory.ts";
import { sql } from "./sql.ts";

export interface PageCache {
  get(key: string): CachedPage | null;
  /**
   * Notes when a page's data began to be read. `keep` stores the page unless one of its tags was
   * touched since, so a page made of old facts never outlives the touch that made them old.
   */
  begin(): PageInMaking;
  /** Learns of touched tags now; in the background that happens every `lookMilliseconds`. */
  look(): Promise<void>;
  start(): void;
  stop(): void;
  size(): number;
}

export interface PageInMaking {
  keep(key: string, page: CachedPage, tags: readonly string[]): void;
}

const mostBytes = 24 * 1024 * 1024;
export const lookMilliseconds = 500;
/** Touched tags are cleared away after an hour (app/tidy.ts). Who did not look for half of it has missed some. */
const longestPause = 30 * 60_000;

/**
 * Finished pages by address, market and locale, dropped when a content tag that they show is touched
 * by any process. Touches are read from the database by transaction id: a row whose transaction was
 * still open at the last look is found at the next one, so none is missed.
 */
export function createPageCache(database: Database, log: Logger): PageCache {
  const kept = new KeptPages(mostBytes);
  /** Per tag, the number of the look that last saw it touched. */
  const touchedAt = new Map<string, number>();
  let looks = 0;
  let horizon: string | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** By the calendar: a machine that slept has not counted the time. */
  let lookedOn = 0;
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    const [started, startedOn] = [performance.now(), Date.now()];
    const found = await touchedSince(database, horizon);
    const missed = startedOn - lookedOn > longestPause; // so has the first look
    looks += 1;
    horizon = found.horizon;
    [lookedAt, lookedOn] = [started, startedOn];
    database.memory.lookedAt = started;
    for (const tag of found.tags) {
      touchedAt.set(tag, looks);
      kept.dropTagged(tag);
    }
    // What is remembered under a tag's name made the old page, and must not make the next one.
    forgetTags(database.memory, missed ? [...database.memory.held.keys()] : found.tags);
  };

  const lookOrSay = (): Promise<void> =>
    look().catch((error: unknown) =>
      log.warn({ err: error }, "page cache could not look for changes"),
    );

  const lookAgain = (): void => {
    timer = setTimeout(() => {
      void lookOrSay().finally(() => {
        if (timer !== undefined) lookAgain();
      });
    }, lookMilliseconds);
    timer.unref();
  };

  return {
    get: (key) => {
      const now = performance.now();
      return now - lookedAt > blindLimit ? null : kept.get(key, now);
    },
    begin: () => {
      const from = looks;
      const blind = horizon === null;
      return {
        keep: (key, page, tags) => {
          const overtaken = tags.some((tag) => (touchedAt.get(tag) ?? -1) > from);
          if (!blind && !overtaken) kept.keep(key, page, tags, performance.now());
        },
      };
    },
    look,
    start: () => {
      void lookOrSay();
      lookAgain();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
    size: () => kept.size,
  };
}

/** Tags touched by transactions that were not over at the horizon, and the next horizon. */
async function touchedSince(
  database: Database,
  horizon: string | null,
): Promise<{ horizon: string; tags: string[] }> {
  return database.one<{ horizon: string; tags: string[] }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
           coalesce((select array_agg(distinct tag) from platform.touched_tag
                     where xid >= coalesce(${horizon}::text, '0')::xid8), '{}') as tags`);
}
