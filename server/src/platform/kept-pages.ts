import type { CachedPage } from "./cached-page.ts";

interface Entry {
  readonly page: CachedPage;
  readonly tags: readonly string[];
  readonly until: number;
  readonly bytes: number;
}

/** Nothing is kept longer than this, whatever the tags say. Milliseconds. */
const longestLife = 60_000;

/** Pages in memory by address and by content tag; the one asked for longest ago goes first. */
export class KeptPages {
  readonly #entries = new Map<string, Entry>();
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #mostBytes: number;
  #bytes = 0;

  /** @param mostBytes what all pages may take: about twice their plain size with compressed forms */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string, now: number): CachedPage | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    if (entry.until <= now) {
      this.#drop(key);
      return null;
    }
    // Asked for again: the last to go when room is needed.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.page;
  }

  keep(key: string, page: CachedPage, tags: readonly string[], now: number): void {
    this.#drop(key);
    const bytes = page.plain.length * 2 + 1_000;
    if (bytes > this.#mostBytes / 8) return;
    this.#bytes += bytes;
    this.#entries.set(key, { page, tags, until: now + longestLife, bytes });
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag) ?? new Set();
      keys.add(key);
      this.#keysByTag.set(tag, keys);
    }
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#drop(oldest);
    }
  }

  dropTagged(tag: string): void {
    for (const key of this.#keysByTag.get(tag) ?? []) this.#drop(key);
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
    for (const tag of entry.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}
