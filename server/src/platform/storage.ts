import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { assert } from "../kernel/assert.ts";

/** Keeps files under names. A stored file never changes: other content gets another name. */
export interface Storage {
  /** Stores the file whole or not at all. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The same for what is larger than memory should hold; an error while reading leaves nothing behind. */
  putStream(key: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** Reads a file piece by piece; null when there is none. */
  stream(key: string): Promise<AsyncIterable<Uint8Array> | null>;
  has(key: string): Promise<boolean>;
  /** Null when there is none. */
  get(key: string): Promise<Buffer | null>;
  /** Does nothing when there is none. */
  remove(key: string): Promise<void>;
}

/** Lower-case letters, digits, hyphens and one extension: nothing that could name another folder. */
const keyPattern = /^[a-z0-9][a-z0-9-]{1,150}\.[a-z0-9]{1,5}$/;

export function isStorageKey(key: string): boolean {
  return keyPattern.test(key);
}

/** Files in a folder of this machine, spread over subfolders so that none grows too large to list. */
export function folderStorage(folder: string): Storage {
  const placeOf = (key: string): string => {
    assert(isStorageKey(key), `${JSON.stringify(key)} is a storage key`);
    return path.join(folder, key.slice(0, 2), key);
  };
  return {
    put: async (key, bytes) => {
      const place = placeOf(key);
      const draft = `${place}.${randomBytes(6).toString("hex")}`;
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(draft, bytes);
      await rename(draft, place);
    },
    putStream: async (key, chunks) => {
      const place = placeOf(key);
      const draft = `${place}.${randomBytes(6).toString("hex")}`;
      await mkdir(path.dirname(place), { recursive: true });
      try {
        await pipeline(Readable.from(chunks), createWriteStream(draft));
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    stream: async (key) => {
      try {
        return (await open(placeOf(key))).createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    has: async (key) => {
      try {
        await access(placeOf(key));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
        throw error;
      }
    },
    get: async (key) => {
      try {
        return await readFile(placeOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    remove: (key) => rm(placeOf(key), { force: true }),
  };
}

let chosen: Storage | null = null;

/** Replaces where this process keeps files; called at the start, and by tests. */
export function useStorage(storage: Storage): void {
  chosen = storage;
}

/** Where this process keeps files: the folder `media` in the data folder unless told otherwise. */
export function fileStorage(): Storage {
  chosen ??= folderStorage(
    path.join(path.resolve(process.env["SHOPWRIGHT_DATA"] ?? "data"), "media"),
  );
  return chosen;
}
