import { randomUUID } from "node:crypto";
import pg from "pg";
import { type Measured, measure } from "./load.ts";

/** Every table that placing an order writes a row to, in an order that its keys allow. */
const tables = [
  "customers.customer",
  "cart.cart",
  "cart.line",
  "orders.order",
  "orders.line",
  "orders.tax_line",
  "orders.timeline",
  "payments.attempt",
  "inventory.reservation",
  "platform.event",
  "platform.job",
  "platform.idempotency_key",
] as const;

interface Row {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/** The rows that one placed order left behind, as they stand. */
async function rowsOfOrder(client: pg.Client, orderId: string): Promise<Row[]> {
  const conditions: Record<(typeof tables)[number], string> = {
    "customers.customer": "id = (select customer_id from orders.order where id = $1)",
    "cart.cart": "order_id = $1",
    "cart.line": "cart_id = (select cart_id from orders.order where id = $1)",
    "orders.order": "id = $1",
    "orders.line": "order_id = $1",
    "orders.tax_line": "order_id = $1",
    "orders.timeline": "order_id = $1 and kind in ('created', 'placed', 'authorised')",
    "payments.attempt": "order_id = $1",
    "inventory.reservation": "order_id = $1",
    "platform.event":
      "payload ->> 'orderId' = $1::text and type in ('order.placed', 'payments.payment-validated')",
    "platform.job":
      "event_id in (select id from platform.event where payload ->> 'orderId' = $1::text and type in ('order.placed', 'payments.payment-validated'))",
    "platform.idempotency_key":
      "reply ->> 'order' is not null and $1::text is not null order by created_at desc limit 1",
  };
  const rows: Row[] = [];
  for (const table of tables) {
    const { rows: found } = await client.query<Record<string, unknown>>(
      `select t.* from ${table} t where ${conditions[table]}`,
      [orderId],
    );
    const [schema, name] = table.split(".");
    const { rows: columns } = await client.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' order by ordinal_position",
      [schema, name],
    );
    const names = columns.map((column) => column.column_name);
    for (const row of found)
      rows.push({ table, columns: names, values: names.map((column) => asParameter(row[column])) });
  }
  return rows;
}

function asParameter(value: unknown): unknown {
  const json =
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Date) &&
    !Array.isArray(value);
  return json ? JSON.stringify(value) : value;
}

const unique = new Set(["number", "email", "link_secret_hash", "key"]);

/** Another order with the same rows: its own ids, everything else alike. Ids of goods and places stay. */
function another(rows: readonly Row[], kept: ReadonlySet<string>): Row[] {
  const fresh = new Map<string, string>();
  const replace = (text: string): string =>
    text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (kept.has(id)) return id;
      const known = fresh.get(id) ?? randomUUID();
      fresh.set(id, known);
      return known;
    });
  return rows.map((row) => ({
    ...row,
    values: row.values.map((value, index) => {
      if (unique.has(row.columns[index] ?? "")) return randomUUID();
      return typeof value === "string" ? replace(value) : value;
    }),
  }));
}

/**
 * The limit for placing orders: exactly the rows that the shop writes for one, as plain prepared
 * statements in one transaction, by as many connections, on the same server.
 */
export async function measurePlainSql(
  databaseUrl: string,
  orderId: string,
  load: { concurrency: number; seconds: number; warmUpSeconds: number },
): Promise<Measured> {
  const reader = new pg.Client({ connectionString: databaseUrl });
  await reader.connect();
  const rows = await rowsOfOrder(reader, orderId);
  const { rows: stock } = await reader.query<{ variant_id: string; location_id: string }>(
    "select variant_id, location_id from inventory.stock where warehouse order by variant_id",
  );
  await reader.end();
  const kept = new Set(stock.flatMap((row) => [row.variant_id, row.location_id]));
  const { rows: options } = { rows: rows.filter((row) => row.table === "cart.cart") };
  for (const row of options)
    kept.add(String(row.values[row.columns.indexOf("delivery_option_id")]));
  const pool = new pg.Pool({ connectionString: databaseUrl, max: load.concurrency });
  const once = async (index: number): Promise<void> => {
    const client = await pool.connect();
    const shelf = stock[index % stock.length];
    try {
      await client.query("begin");
      for (const row of another(rows, kept)) {
        const text = `insert into ${row.table} (${row.columns.map((column) => `"${column}"`).join(", ")}) values (${row.columns.map((_, at) => `$${at + 1}`).join(", ")})`;
        await client.query({
          name: `${row.table} ${row.columns.length}`,
          text,
          values: [...row.values],
        });
      }
      await client.query({
        name: "reserve",
        text: "update inventory.stock set reserved = reserved + 1 where variant_id = $1 and location_id = $2 and on_hand - reserved >= 1",
        values: [shelf?.variant_id, shelf?.location_id],
      });
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    } finally {
      client.release();
    }
  };
  const measured = await measure({ name: "limit: an order's rows as plain SQL", ...load, once });
  await pool.end();
  return measured;
}
