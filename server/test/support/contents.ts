import type { Database } from "../../src/platform/db.ts";

/** Tables that requests may write to although they were refused: limits that count tries. */
const counters = new Set(["platform.throttle"]);

/** A fingerprint of every table, to show that nothing was changed. */
export async function contentsOf(database: Database): Promise<Record<string, string>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' order by 1`,
  );
  const contents: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !counters.has(table.name))) {
    const { rows } = await database.pool.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t`,
    );
    contents[name] = rows[0]?.print ?? "";
  }
  return contents;
}
