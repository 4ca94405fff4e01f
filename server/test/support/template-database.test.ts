import { expect, test } from "vitest";
import { runSql } from "./postgres.ts";
import { testDatabase } from "./template-database.ts";

const one = await testDatabase();
const other = await testDatabase();

test("a test database has the schema and shares nothing with the next one", async () => {
  await runSql(one.url, "CREATE TABLE public.only_here (id int)");
  const seen =
    "select to_regclass('public.only_here') as here, to_regnamespace('platform') as schema";
  expect(await runSql(one.url, seen)).toEqual([{ here: "only_here", schema: "platform" }]);
  expect(await runSql(other.url, seen)).toEqual([{ here: null, schema: "platform" }]);
});

test("a dropped test database is gone even while somebody is connected", async () => {
  await other.drop();
  await expect(runSql(other.url, "select 1")).rejects.toThrow(/does not exist/);
});
