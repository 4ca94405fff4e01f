import cluster from "node:cluster";
import { serveWeb } from "../app/web.ts";
import { loadConfig } from "../platform/config.ts";
import { openLog } from "../platform/log.ts";
import { migrate } from "../platform/migrate.ts";
import { startProcesses } from "./cluster.ts";
import type { Command } from "./command.ts";
import { readOptions } from "./command.ts";
import { openDatabaseServer } from "./database-server.ts";
import { UsageProblem } from "./failure.ts";
import { requireFreePort } from "./port.ts";
import { runUntilStopped } from "./stopping.ts";

const MOST_PROCESSES = 64;

export const command: Command = {
  help: `npm run main -- web [--processes N]

Serves the shop, the back office and the API without background work: run a worker beside it. Give
both the same DATABASE_URL; without one they share the database that comes along on this machine.

  --processes N   how many processes share the port, one a core is right (1)
`,
  async run(args) {
    const { processes = "1" } = readOptions(args, { processes: { type: "string" } });
    const count = Number(processes);
    if (!Number.isInteger(count) || count < 1 || count > MOST_PROCESSES) {
      throw new UsageProblem(`--processes must be a whole number from 1 to ${MOST_PROCESSES}.`);
    }
    if (cluster.isWorker) await serveAsOneOfMany();
    else await serve(count);
  },
};

async function serve(count: number): Promise<void> {
  await runUntilStopped(async (cleanUp) => {
    const server = await openDatabaseServer("shared");
    cleanUp(() => server.close());
    const config = loadConfig(server.url);
    await requireFreePort(config.host, config.port);
    await migrate(server.url);
    if (count === 1) {
      const web = await serveWeb(config, openLog(config.logLevel));
      cleanUp(() => web.close());
      console.log(`Listening on ${web.address}`);
      return [server.lost];
    }
    const group = await startProcesses(count, { DATABASE_URL: server.url });
    cleanUp(() => group.close());
    console.log(`${count} processes listen on http://${config.host}:${config.port}`);
    return [server.lost, group.lost];
  });
}

async function serveAsOneOfMany(): Promise<void> {
  await runUntilStopped(async (cleanUp) => {
    const config = loadConfig(process.env["DATABASE_URL"] ?? "");
    const web = await serveWeb(config, openLog(config.logLevel));
    cleanUp(() => web.close());
    return [];
  });
}
