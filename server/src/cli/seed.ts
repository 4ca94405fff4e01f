import { openDatabase } from "../platform/db.ts";
import { openEdge, systemCaller } from "../platform/edge.ts";
import { migrate } from "../platform/migrate.ts";
import type { Command } from "./command.ts";
import { readOptions } from "./command.ts";
import { openDatabaseServer } from "./database-server.ts";
import { firstRun } from "./first-run.ts";

export const command: Command = {
  help: `npm run main -- seed

Fills an empty database with the demo shop and makes the first sign-in for its back office. npm start
does this by itself; a database that has staff is left as it is.
`,
  async run(args) {
    readOptions(args, {});
    const server = await openDatabaseServer("shared");
    try {
      await migrate(server.url);
      const database = openDatabase({ url: server.url, poolSize: 2 });
      const first = await firstRun(openEdge(database, systemCaller("seed")), false);
      await database.close();
      if (first?.kind === "account") {
        console.log(`The demo shop is in place. First sign-in: ${first.email}  ${first.password}`);
      } else {
        console.log("This shop has its staff already; nothing was changed.");
      }
    } finally {
      await server.close();
    }
  },
};
