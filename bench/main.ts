import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { sql } from "../server/src/platform/sql.ts";
import { checkOut, get, newCart } from "./jobs.ts";
import { Client, measure, type Measured } from "./load.ts";
import { measurePlainSql } from "./plain-sql.ts";
import { measureImport } from "./import.ts";
import { measurePromotions } from "./promotions.ts";
import { type BenchShop, openBenchShop } from "./shop.ts";

const help = `npm run bench [-- --seconds N] [-- --catalogue N] [-- --import N] [-- --json]

Measures the shop against two limits in the same run: a bare Fastify route, and the rows of an order as
plain SQL. Everything runs on this machine: driver, web process, worker, durable PostgreSQL.

  --seconds N     how long each job runs (8)
  --catalogue N   products of three variants each (1000)
  --import N      only import a file of N rows, and say how fast and in how much memory
  --json          the same as one JSON document
`;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "8" },
    catalogue: { type: "string", default: "1000" },
    import: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
if (values.import !== undefined) {
  const rows = Number(values.import);
  if (!(rows >= 1000 && rows <= 5_000_000)) {
    console.error("--import is 1000 to 5000000.");
    process.exit(1);
  }
  await sayImport(rows);
  process.exit(0);
}
const seconds = Number(values.seconds);
const products = Number(values.catalogue);
if (!(seconds >= 1 && seconds <= 600) || !(products >= 100 && products <= 1_000_000)) {
  console.error("--seconds is 1 to 600 and --catalogue 100 to 1000000.");
  process.exit(1);
}

async function sayImport(rows: number): Promise<void> {
  const measured = await measureImport(rows);
  if (values.json) return console.log(JSON.stringify(measured, null, 2));
  const { checkSeconds, runSeconds, runPerSecond, wholePerSecond, memory, counts } = measured;
  console.log(
    `${rows} rows: read and checked in ${checkSeconds.toFixed(1)} s, run in ${runSeconds.toFixed(1)} s`,
  );
  const reached = (is: boolean) => (is ? "reached" : "MISSED ");
  console.log(
    `${reached(runPerSecond >= 2000)}  rows a second of the run: ${runPerSecond.toFixed(0)} (≥ 2000)`,
  );
  console.log(`${reached(memory <= 400)}  memory, MB: ${memory.toFixed(0)} (≤ 400)`);
  console.log(
    `rows a second, reading and checking included: ${wholePerSecond.toFixed(0)}; ${JSON.stringify(counts)}`,
  );
}

const timing = { seconds, warmUpSeconds: Math.min(3, seconds / 2) };

interface Goal {
  readonly name: string;
  readonly value: number;
  readonly goal: string;
  readonly reached: boolean;
}

async function bareRoute(): Promise<Measured> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "bare-server.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const url = await firstLine(child);
  const client = new Client(url, 16);
  const measured = await measure({
    name: "limit: a bare Fastify route",
    concurrency: 16,
    ...timing,
    once: async () => void (await get(client, "/")),
  });
  client.close();
  child.kill("SIGTERM");
  return measured;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
}

async function reads(shop: BenchShop, client: Client): Promise<Measured[]> {
  const handles = await shop.database.all<{ handle: string }>(
    sql`select handle from catalog.product order by handle`,
  );
  const handle = (index: number): string => handles[index % 100]?.handle ?? "";
  const words = ["chair", "oak", "table", "quiet", "lamp", "mug", "sofa", "bowl", "vase", "shelf"];
  const job = (name: string, once: (index: number) => Promise<unknown>) =>
    measure({ name, concurrency: 16, ...timing, once: async (index) => void (await once(index)) });
  return [
    await job("product list of 24 (cached)", () => get(client, "/api/store/products?limit=24")),
    await job("product list of 24 (uncached)", (index) =>
      get(client, `/api/store/products?limit=24&priceFrom=${index}`),
    ),
    await job("product detail (cached)", (index) =>
      get(client, `/api/store/products/${handle(index)}`),
    ),
    await job("search (uncached)", (index) =>
      get(client, `/api/store/search?q=${words[index % words.length]}%20${index}`),
    ),
    await job("storefront product page (cached)", (index) =>
      get(client, `/products/${handle(index)}`),
    ),
  ];
}

async function writes(shop: BenchShop, client: Client): Promise<Measured[]> {
  const variant = (index: number): string =>
    shop.variantIds[(index * 7) % shop.variantIds.length] ?? "";
  const carts = await measure({
    name: "add to cart (a new cart each)",
    concurrency: 16,
    ...timing,
    once: async (index) => void (await newCart(client, variant(index))),
  });
  const orders = await measure({
    name: "guest checkout to placed order",
    concurrency: 16,
    ...timing,
    once: async (index) => {
      const { status, body } = await checkOut(client, variant(index));
      if (status !== 200) throw new Error(`order answered ${status}: ${body.slice(0, 500)}`);
    },
  });
  return [carts, orders];
}

interface FlashSale {
  readonly sold: number;
  readonly refused: number;
  readonly otherwise: number;
  readonly seconds: number;
}

/** Three hundred buyers, fifty at once, for the last hundred units. Everything but the last step is done before. */
async function flashSale(shop: BenchShop): Promise<FlashSale> {
  const variantId = shop.variantIds.at(-1) ?? "";
  await shop.database.run(
    sql`update inventory.stock set reserved = on_hand - 100 where variant_id = ${variantId} and warehouse`,
  );
  const client = new Client(shop.url, 50);
  const outcomes = { sold: 0, refused: 0, otherwise: 0 };
  let next = 0;
  const began = performance.now();
  const hand = async (): Promise<void> => {
    while (next++ < 300) {
      const { status, code } = await checkOut(client, variantId);
      if (status === 200) outcomes.sold += 1;
      else if (status === 409 && (code === "out_of_stock" || code === "requirements_open"))
        outcomes.refused += 1;
      else outcomes.otherwise += 1;
    }
  };
  await Promise.all(Array.from({ length: 50 }, hand));
  client.close();
  return { ...outcomes, seconds: (performance.now() - began) / 1000 };
}

async function counts(shop: BenchShop): Promise<Record<string, number>> {
  const row = await shop.database.one<Record<string, bigint>>(sql`
    select (select count(*) from orders.order where status = 'placed') as placed,
           (select count(*) from orders.order where status <> 'placed') as otherwise,
           (select count(*) from payments.attempt) as attempts,
           (select coalesce(sum(quantity), 0)::bigint from inventory.reservation where state <> 'released') as units_reserved`);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
}

function goals(measured: readonly Measured[], sale: FlashSale, memory: number): Goal[] {
  const promotions = measurePromotions();
  const rate = (name: string): number =>
    measured.find((each) => each.name.startsWith(name))?.perSecond ?? Number.NaN;
  const bare = rate("limit: a bare");
  const ratio = (name: string, value: number, least: number): Goal => ({
    name,
    value,
    goal: `≥ ${least * 100} %`,
    reached: value >= least,
  });
  return [
    ratio("placed orders to plain SQL", rate("guest checkout") / rate("limit: an order"), 0.25),
    ratio("cached product list to bare route", rate("product list of 24 (cached)") / bare, 0.5),
    ratio("cached product page to bare route", rate("storefront product page") / bare, 0.5),
    { name: "flash sale sold", value: sale.sold, goal: "100", reached: sale.sold === 100 },
    {
      name: "flash sale refused as out of stock",
      value: sale.refused,
      goal: "200",
      reached: sale.refused === 200,
    },
    { name: "flash sale seconds", value: sale.seconds, goal: "≤ 2", reached: sale.seconds <= 2 },
    {
      name: "CPU ms of 500 promotions on a basket of 50 lines, median",
      value: promotions.median,
      goal: "≤ 10",
      reached: promotions.median <= 10,
    },
    { name: "memory of the server, MB", value: memory, goal: "≤ 300", reached: memory <= 300 },
  ];
}

const say = (line: string): void => {
  if (!values.json) console.log(line);
};

say(`Filling ${products} products …`);
const shop = await openBenchShop(products);
try {
  const client = new Client(shop.url, 16);
  const measured: Measured[] = [];
  measured.push(await bareRoute());
  measured.push(...(await reads(shop, client)));
  measured.push(...(await writes(shop, client)));
  const example = await shop.database.one<{ id: string }>(
    sql`select id from orders.order order by created_at limit 1`,
  );
  measured.push(
    await measurePlainSql(shop.databaseUrl, example.id, { concurrency: 16, ...timing }),
  );
  const sale = await flashSale(shop);
  client.close();
  const memory = shop.memory();
  const reached = goals(measured, sale, memory);
  const counted = await counts(shop);
  if (values.json)
    console.log(
      JSON.stringify(
        { measured, flashSale: sale, memory, counts: counted, goals: reached },
        null,
        2,
      ),
    );
  for (const each of measured) {
    say(
      `${each.name.padEnd(40)} ${each.perSecond.toFixed(0).padStart(7)}/s   p50 ${each.p50.toFixed(1).padStart(6)} ms   p99 ${each.p99.toFixed(1).padStart(6)} ms${each.failures > 0 ? `   ${each.failures} FAILED` : ""}`,
    );
  }
  say(
    `flash sale: ${sale.sold} sold, ${sale.refused} refused, ${sale.otherwise} otherwise, ${sale.seconds.toFixed(2)} s`,
  );
  say(`memory of the server: ${memory.toFixed(0)} MB`);
  say(`counted by SQL: ${JSON.stringify(counted)}`);
  for (const goal of reached)
    say(
      `${goal.reached ? "reached" : "MISSED "}  ${goal.name}: ${goal.value.toFixed(2)} (${goal.goal})`,
    );
} finally {
  await shop.close();
}
