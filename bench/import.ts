import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { shopWorker } from "../server/src/app/background.ts";
import { routes } from "../server/src/app/rooms.ts";
import { routesById, shopFor } from "../server/src/app/shop.ts";
import { ByteStream } from "../server/src/kernel/endpoint.ts";
import {
  checkImport,
  getImport,
  runImport,
  uploadImport,
} from "../server/src/modules/exchange/contract.ts";
import { seedSettings } from "../server/src/modules/settings/index.ts";
import { openDatabase } from "../server/src/platform/db.ts";
import { openEdge, systemCaller } from "../server/src/platform/edge.ts";
import { openLog } from "../server/src/platform/log.ts";
import { folderStorage, useStorage } from "../server/src/platform/storage.ts";
import { durablePostgres } from "../server/test/support/postgres.ts";

export interface MeasuredImport {
  readonly rows: number;
  readonly checkSeconds: number;
  readonly runSeconds: number;
  /** Rows a second of the run alone, and of reading, checking and running together. */
  readonly runPerSecond: number;
  readonly wholePerSecond: number;
  /** Most resident memory of the process that did all of it, in megabytes. */
  readonly memory: number;
  readonly counts: Readonly<Record<string, number>>;
}

const words = [
  "oak",
  "walnut",
  "linen",
  "quiet",
  "north",
  "tide",
  "lamp",
  "chair",
  "bowl",
  "shelf",
];

/** Three variants a product, as Shopify writes them, with texts of a usual length. */
async function* file(rows: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const head =
    "Handle,Title,Body (HTML),Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Price,Variant Compare At Price,Variant Barcode\n";
  yield encoder.encode(head);
  let text = "";
  for (let row = 0; row < rows; row += 1) {
    const product = Math.floor(row / 3);
    const first = row % 3 === 0;
    const about = words.map((word, index) => `${word} ${words[(product + index) % 10]}`).join(", ");
    const own = first
      ? `Thing ${product},"<p>It is ${about}.</p><p>And more.</p>",TRUE,Size`
      : ",,,";
    text += `thing-${product},${own},Size ${row % 3},SKU-${row},${500 + (row % 900)},${20 + (row % 80)}.50,,\n`;
    if (text.length < 65_536) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}

/** Uploads, checks and runs one file on an empty, durable database; everything of the shop's in this process. */
export async function measureImport(rows: number): Promise<MeasuredImport> {
  const postgres = await durablePostgres();
  const folder = mkdtempSync(path.join(tmpdir(), "shopwright-bench-"));
  const database = openDatabase({ url: postgres.url, poolSize: 5 });
  try {
    useStorage(folderStorage(folder));
    const caller = systemCaller("bench");
    await openEdge(database, caller).transaction((ctx) => seedSettings(ctx, { values: {} }));
    const shop = shopFor({ database, checkReplies: false }, routesById(routes), caller);
    const worker = shopWorker({ database, log: openLog("error"), withSchedule: false });
    const uploaded = await shop.call(uploadImport, {
      query: { kind: "products", name: "bench.csv" },
      body: new ByteStream(file(rows)),
    });
    const params = { id: uploaded.id };
    const { mapping, options, version } = uploaded;
    await shop.call(checkImport, { params, body: { version, mapping, options } });
    const checkSeconds = await seconds(() =>
      until(worker, async () => (await shop.call(getImport, { params })).state === "checked"),
    );
    const checked = await shop.call(getImport, { params });
    await shop.call(runImport, { params, body: { version: checked.version } });
    const runSeconds = await seconds(() =>
      until(worker, async () => (await shop.call(getImport, { params })).state === "done"),
    );
    const { counts } = await shop.call(getImport, { params });
    return {
      rows,
      checkSeconds,
      runSeconds,
      runPerSecond: rows / runSeconds,
      wholePerSecond: rows / (checkSeconds + runSeconds),
      memory: process.resourceUsage().maxRSS / 1024,
      counts,
    };
  } finally {
    await database.close();
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** The worker as it always runs, so that what follows the import (searches) is worked off beside it. */
async function until(
  worker: ReturnType<typeof shopWorker>,
  over: () => Promise<boolean>,
): Promise<void> {
  worker.start();
  while (!(await over())) await new Promise((wait) => setTimeout(wait, 100));
  await worker.stop();
}
