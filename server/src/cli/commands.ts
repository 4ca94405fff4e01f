import type { Command } from "./command.ts";

type Entry = { summary: string; load: () => Promise<{ command: Command }> };

/** Every command, loaded only when asked for, so that help is quick. */
export const commands: Record<string, Entry> = {
  start: {
    summary: "the whole shop in one process, with its own database",
    load: () => import("./start.ts"),
  },
  web: {
    summary: "pages and API only, on as many cores as you like",
    load: () => import("./web.ts"),
  },
  worker: {
    summary: "background work only: mails, sweepers, events",
    load: () => import("./worker.ts"),
  },
  migrate: {
    summary: "bring the database to this version's schema",
    load: () => import("./migrate.ts"),
  },
  seed: {
    summary: "fill an empty database with the demo shop",
    load: () => import("./seed.ts"),
  },
  audit: {
    summary: "prove that stock, orders, money and books agree",
    load: () => import("./audit.ts"),
  },
  generate: {
    summary: "write docs/generated anew from the code",
    load: () => import("./generate.ts"),
  },
};

/** What `--help` without a command says. */
export function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return `Usage: npm run main -- <command> [options]

${lines.join("\n")}

npm start is short for the command start. Each command explains itself with --help.

Environment
  PORT             port to listen on (3000)
  HOST             address to listen on (127.0.0.1)
  SHOPWRIGHT_DATA  folder for database, pictures and secrets (./data)
  DATABASE_URL     use this PostgreSQL (16 or newer) instead of the one that comes along
  PUBLIC_URL       address that customers use, for links in mails (http://localhost:<PORT>)
  SMTP_URL         where mails are sent (none: they can be read in the back office)
  LOG_LEVEL        trace, debug, info, warn or error
`;
}
