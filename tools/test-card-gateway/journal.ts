import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Lines of JSON, appended and never changed. What `append` has resolved for is on the disk and
 * survives a kill at any moment; appends that arrive together share one fsync.
 */
export interface Journal {
  append(entry: unknown): Promise<void>;
  /** Resolves when all that was appended so far is on the disk. */
  durable(): Promise<void>;
  close(): Promise<void>;
}

/** Forgets everything at exit: the default, for tests and a first look. */
export function memoryJournal(): Journal {
  const done = () => Promise.resolve();
  return { append: done, durable: done, close: done };
}

/** Hands every complete entry to `replay`. A torn last line was never acknowledged and is dropped. */
export async function replayJournal(path: string, replay: (entry: unknown) => void): Promise<void> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n").slice(0, -1);
  lines.forEach((line, index) => {
    try {
      replay(JSON.parse(line));
    } catch (error) {
      throw new Error(`The journal ${path} is damaged in line ${index + 1}.`, { cause: error });
    }
  });
}

/** Starts a journal that holds `snapshot` alone, replacing what was at `path` in one step. */
export async function startJournal(path: string, snapshot: unknown): Promise<Journal> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  const handle = await open(fresh, "w", 0o600);
  await handle.writeFile(`${JSON.stringify(snapshot)}\n`);
  await handle.sync();
  await rename(fresh, path);

  let lines: string[] = [];
  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;

  async function write(): Promise<void> {
    waiting = null;
    const text = lines.join("");
    lines = [];
    await handle.appendFile(text);
    await handle.datasync();
  }

  return {
    append(entry) {
      lines.push(`${JSON.stringify(entry)}\n`);
      // After a failed write the chain stays rejected: nothing is acknowledged from then on.
      waiting ??= last.then(write);
      last = waiting;
      return waiting;
    },
    durable: () => last,
    async close() {
      await last;
      await handle.close();
    },
  };
}
