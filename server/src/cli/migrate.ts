import { migrate } from "../platform/migrate.ts";
import type { Command } from "./command.ts";
import { readOptions } from "./command.ts";
import { openDatabaseServer } from "./database-server.ts";

export const command: Command = {
  help: `npm run main -- migrate

Applies the migrations that this database does not have yet, each in one transaction. Safe while
older processes serve: a migration never takes away what the version before it needs.
`,
  async run(args) {
    readOptions(args, {});
    const server = await openDatabaseServer("shared");
    try {
      const applied = await migrate(server.url);
      for (const name of applied) console.log(`applied  ${name}`);
      console.log(applied.length === 0 ? "The schema is current." : `${applied.length} applied.`);
    } finally {
      await server.close();
    }
  },
};
