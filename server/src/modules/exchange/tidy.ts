import { z } from "zod";
import type { Uuid } from "../../kernel/ids.ts";
import { external } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { phasedJob } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { fileStorage } from "../../platform/storage.ts";

const days = 30;

/**
 * Removes files of imports and exports a month after they ended (or were left unfinished), with the rows that were
 * copied. What came of an import stays: counts and refused items.
 */
export const tidyFiles = phasedJob({
  name: "exchange: tidy files",
  payload: z.object({}),
  runPhased: async (edge) => {
    while ((await tidySome(edge)) > 0);
  },
});

async function tidySome(edge: Edge): Promise<number> {
  const old = await edge.reading().db.all<{ id: Uuid; key: string; kind: "import" | "export" }>(sql`
    select id, file_key as key, 'import' as kind from exchange.import
    where file_key <> '' and state not in ('reading', 'checking', 'running')
      and changed_at < now() - make_interval(days => ${days})
    union all
    select id, file_key, 'export' from exchange.export
    where file_key is not null and created_at < now() - make_interval(days => ${days})
    limit 20`);
  // Files before rows: what is removed twice is removed once.
  await external(async () => {
    for (const { key } of old) await fileStorage().remove(key);
  });
  const idsOf = (kind: string) => old.filter((each) => each.kind === kind).map(({ id }) => id);
  if (old.length === 0) return 0;
  await edge.transaction(async ({ db }) => {
    const imports = idsOf("import");
    await db.run(sql`delete from exchange.row where import_id = any(${imports}::uuid[])`);
    await db.run(sql`
      delete from exchange.item where import_id = any(${imports}::uuid[]) and verdict is distinct from 'refused'`);
    await db.run(sql`
      update exchange.import set file_key = '', state = case when state in ('mapping', 'checked') then 'cancelled' else state end
      where id = any(${imports}::uuid[])`);
    await db.run(sql`delete from exchange.export where id = any(${idsOf("export")}::uuid[])`);
  });
  return old.length;
}
