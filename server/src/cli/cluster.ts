import cluster from "node:cluster";
import type { Worker } from "node:cluster";
import { CannotStart } from "../platform/cannot-start.ts";

/** A process that ends sooner than this after its start is not worth starting again. */
const LEAST_LIFE_MS = 5_000;

export type ProcessGroup = {
  /** Resolves with a sentence when the processes cannot be kept alive. */
  lost: Promise<string>;
  close(): Promise<void>;
};

/**
 * Runs this same command in several processes that share one port, and replaces one that dies. Only
 * the first process gets here; the others see `cluster.isWorker`.
 */
export async function startProcesses(
  count: number,
  environment: Record<string, string>,
): Promise<ProcessGroup> {
  let closing = false;
  const { promise: lost, resolve: lose } = Promise.withResolvers<string>();
  const fork = (): Worker => {
    const began = Date.now();
    const worker = cluster.fork(environment);
    worker.once("exit", () => {
      if (closing) return;
      if (Date.now() - began < LEAST_LIFE_MS)
        lose("A web process ends as soon as it starts; its reason stands above.");
      else fork();
    });
    return worker;
  };
  await Promise.all(Array.from({ length: count }, fork).map(listening));
  return {
    lost,
    async close() {
      closing = true;
      const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
      await Promise.all(workers.map(ended));
    },
  };
}

function listening(worker: Worker): Promise<void> {
  return new Promise((done, failed) => {
    worker.once("listening", () => done());
    worker.once("exit", () => failed(new CannotStart("The web processes could not start.")));
  });
}

function ended(worker: Worker): Promise<void> {
  return new Promise((done) => {
    if (worker.isDead()) done();
    worker.once("exit", () => done());
    worker.process.kill("SIGTERM");
  });
}
