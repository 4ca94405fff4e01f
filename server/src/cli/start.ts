import { shopWorker } from "../app/background.ts";
import { serveWeb } from "../app/web.ts";
import { getSettings } from "../modules/settings/index.ts";
import { loadConfig } from "../platform/config.ts";
import type { Config } from "../platform/config.ts";
import { prepareFolder } from "../platform/data-folder.ts";
import { openDatabase } from "../platform/db.ts";
import { freePort } from "../platform/embedded-postgres.ts";
import { openLog } from "../platform/log.ts";
import { openEdge, systemCaller } from "../platform/edge.ts";
import { migrate } from "../platform/migrate.ts";
import type { Command } from "./command.ts";
import { readOptions } from "./command.ts";
import { dataFolderPath, openDatabaseServer } from "./database-server.ts";
import { firstRun } from "./first-run.ts";
import { greeting } from "./greeting.ts";
import { requireFreePort } from "./port.ts";
import type { CleanUp } from "./stopping.ts";
import { runUntilStopped } from "./stopping.ts";
import { startTestCard } from "./test-card-process.ts";

export const command: Command = {
  help: `npm start [-- --empty]

Runs the whole shop in one process: database, pages, API and background work. The first start fills
it with a demo shop and makes a first sign-in for the back office. Ctrl-C stops it in good order, a
second Ctrl-C at once; after a crash just start it again.

  --empty   begin without demo goods; the browser leads through the set-up

Environment: PORT (3000), HOST (127.0.0.1), SHOPWRIGHT_DATA (./data), DATABASE_URL; all of them are
explained by npm run main -- --help.
`,
  async run(args) {
    const { empty = false } = readOptions(args, { empty: { type: "boolean" } });
    await runUntilStopped((cleanUp) => startShop(empty, cleanUp));
    console.log("Stopped.");
  },
};

async function startShop(empty: boolean, cleanUp: CleanUp): Promise<Promise<string>[]> {
  prepareFolder(dataFolderPath());
  const environment = await ownEnvironment();
  const wanted = loadConfig("", environment);
  // Before anything is started: the port is what is most often in the way.
  await requireFreePort(wanted.host, wanted.port);

  const server = await openDatabaseServer("alone");
  cleanUp(() => server.close());
  await migrate(server.url);
  const database = openDatabase({ url: server.url, poolSize: wanted.poolSize });
  cleanUp(() => database.close());
  const edge = openEdge(database, systemCaller("start"));
  const first = await firstRun(edge, empty);

  const { demo, name } = await getSettings(edge.reading(), "shop");
  const withCard = demo && !wanted.production && !wanted.testCard;
  const card = withCard ? await withTestCard(wanted, name, cleanUp) : {};
  const config = loadConfig(server.url, { ...environment, ...card });
  const log = openLog(config.logLevel);
  const web = await serveWeb(config, log);
  cleanUp(() => web.close());
  const worker = shopWorker({ database, log });
  worker.start();
  cleanUp(() => worker.stop());
  console.log(greeting({ config, address: web.address, first }));
  return [server.lost];
}

type Environment = Record<string, string | undefined>;

/** Ours, with a real port where any will do, because links and webhooks have to name it. */
async function ownEnvironment(): Promise<Environment> {
  const port = process.env["PORT"] === "0" ? { PORT: String(await freePort()) } : {};
  return { LOG_LEVEL: "warn", ...process.env, ...port };
}

/** A demo shop is paid with the stand-in gateway, unless another one is named or this is the real thing. */
async function withTestCard(wanted: Config, name: string, cleanUp: CleanUp): Promise<Environment> {
  const shop = { url: `http://127.0.0.1:${wanted.port}`, name };
  const gateway = await startTestCard(wanted.dataFolder, shop);
  cleanUp(() => gateway.stop());
  return gateway.environment;
}
