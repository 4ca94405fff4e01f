import { checks } from "../app/rooms.ts";
import type { AuditResult } from "../platform/audit.ts";
import { runAudit } from "../platform/audit.ts";
import { openDatabase } from "../platform/db.ts";
import { migrate } from "../platform/migrate.ts";
import type { Command } from "./command.ts";
import { readOptions } from "./command.ts";
import { openDatabaseServer } from "./database-server.ts";

/** An audit of a big shop reads a lot; no single check should be cut off for that. */
const ONE_CHECK_MS = 10 * 60_000;

export const command: Command = {
  help: `npm run audit [-- --json]

Checks on the running or resting database that stock, orders, payments and books agree. One line an
invariant; exit code 1 with the offending rows when one does not hold.

  --json   the same as one JSON document
`,
  async run(args) {
    const { json = false } = readOptions(args, { json: { type: "boolean" } });
    const server = await openDatabaseServer("shared");
    try {
      await migrate(server.url);
      const database = openDatabase({
        url: server.url,
        poolSize: 2,
        statementTimeout: ONE_CHECK_MS,
      });
      const results = await runAudit(database, checks);
      await database.close();
      console.log(json ? asJson(results) : asText(results));
      if (results.some(({ offences }) => offences.length > 0)) process.exitCode = 1;
    } finally {
      await server.close();
    }
  },
};

function asText(results: readonly AuditResult[]): string {
  const lines = results.flatMap(({ id, title, offences, milliseconds }) => [
    `${offences.length === 0 ? "holds " : "BROKEN"}  ${id.padEnd(5)} ${title} (${Math.round(milliseconds)} ms)`,
    ...offences.map((row) => `          ${rowText(row)}`),
  ]);
  const broken = results.filter(({ offences }) => offences.length > 0).length;
  return [...lines, `${results.length - broken} hold, ${broken} broken`].join("\n");
}

function asJson(results: readonly AuditResult[]): string {
  return JSON.stringify({ results }, plain, 2);
}

function rowText(row: Record<string, unknown>): string {
  return JSON.stringify(row, plain);
}

/** Whole numbers beyond JSON's range travel as text. */
function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
