import cluster from "node:cluster";
import type { Worker } from "node:cluster";
import { CannotStart } from "../platform/cannot-start.ts";

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
    const worker = cluster.fork(environment);
    let served = false;
    worker.once("listening", () => (served = true));
    worker.once("exit", () => {
      if (closing) return;
      // One that never came to serve would end the same way again.
      if (!served) lose("A web process ends as soon as it starts; its reason stands above.");
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
