import { expect, test } from "vitest";
import { products } from "../../../../demo/catalogue/index.ts";
import { testShop } from "../../../test/support/test-shop.ts";
import { checks as stockChecks } from "../../modules/inventory/audit.ts";
import { checks as bookChecks } from "../../modules/ledger/audit.ts";
import { readTrialBalance } from "../../modules/ledger/reading/trial-balance.ts";
import { runAudit } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";
import { seedCatalogue } from "./catalogue.ts";
import { seedStock, seedWarehouses } from "./stock.ts";

const shop = await testShop();

test("the demo's shelves are opened once, with their worth in the books", async () => {
  await shop.edge().transaction(async (ctx) => {
    await seedWarehouses(ctx);
    await seedCatalogue(ctx);
  });
  const open = () => shop.edge().transaction((ctx) => seedStock(ctx));
  await open();
  await open();
  const variants = products.flatMap((product) => product.variants);
  const units = variants.reduce((sum, { stock }) => sum + stock.HAV + stock.NJY, 0);
  const worth = variants.reduce(
    (sum, { stock, costEurMinor }) => sum + BigInt(stock.HAV + stock.NJY) * costEurMinor,
    0n,
  );
  const onHand = await shop.database.one<{ units: string }>(sql`
    select sum(on_hand) as units from inventory.stock where warehouse`);
  expect(onHand.units).toBe(String(units));
  const { rows } = await readTrialBalance(shop.edge().reading(), {});
  expect(rows.map(({ account, balance }) => [account.role, balance.minor])).toEqual([
    ["inventory", String(worth)],
    ["opening", String(-worth)],
  ]);
  const results = await runAudit(shop.database, [...stockChecks, ...bookChecks]);
  expect(results.filter(({ offences }) => offences.length > 0)).toEqual([]);
});
