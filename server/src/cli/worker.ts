import { shopWorker } from "../app/background.ts";
import { connectProviders } from "../app/providers.ts";
import { loadConfig } from "../platform/config.ts";
import { openDatabase } from "../platform/db.ts";
import { openLog } from "../platform/log.ts";
import { migrate } from "../platform/migrate.ts";
import { setSecret } from "../platform/secret.ts";
import type { Command } from "./command.ts";
import { readOptions } from "./command.ts";
import { openDatabaseServer } from "./database-server.ts";
import { runUntilStopped } from "./stopping.ts";

export const command: Command = {
  help: `npm run main -- worker

Does what follows from orders: mails, events, sweepers, nightly checks. Any number may run; each job
is done by one of them, and the job of one that was killed is taken over within a minute.
`,
  async run(args) {
    readOptions(args, {});
    await runUntilStopped(async (cleanUp) => {
      const server = await openDatabaseServer("shared");
      cleanUp(() => server.close());
      await migrate(server.url);
      const config = loadConfig(server.url);
      const database = openDatabase({ url: server.url, poolSize: config.poolSize });
      cleanUp(() => database.close());
      setSecret(config.secret);
      connectProviders(config);
      const worker = shopWorker({ database, log: openLog(config.logLevel) });
      worker.start();
      cleanUp(() => worker.stop());
      console.log("Working.");
      return [server.lost];
    });
  },
};
