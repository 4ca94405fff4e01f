import { beforeEach, describe, expect, it } from "vitest";
import { testShop } from "../../test/support/test-shop.ts";
import { runAudit } from "./audit.ts";
import { checks, recordAudit } from "./audit-trail.ts";

const shop = await testShop();

async function offences(): Promise<unknown[]> {
  const results = await runAudit(shop.database, checks);
  return results.flatMap((each) => each.offences.map((row) => row["position"]));
}

/** What only someone with the database's password could do. */
async function tamper(statement: string): Promise<void> {
  await shop.database.pool.query("alter table platform.audit_trail disable trigger append_only");
  await shop.database.pool.query(statement);
  await shop.database.pool.query("alter table platform.audit_trail enable trigger append_only");
}

beforeEach(async () => {
  await tamper("truncate platform.audit_trail");
  for (const [index, words] of ["plain", 'Ü "quoted"\nline', "{}"].entries()) {
    await shop.edge().transaction(async (ctx) => {
      await recordAudit(ctx, "price.changed", `variant:${words}`, {
        words,
        index,
        b: 1,
        a: [null, 1.5, { z: 1, c: true }],
      });
      await recordAudit(ctx, "stock.adjusted", words, {});
    });
  }
});

describe("the audit trail", () => {
  it("verifies as it was written, whatever the words", async () => {
    expect(await offences()).toEqual([]);
  });

  it.each([
    ["details", `update platform.audit_trail set details = '{"words":"other"}' where position = 3`],
    ["said", "update platform.audit_trail set said = 'not json' where position = 3"],
    ["actor", "update platform.audit_trail set actor = 'nobody' where position = 3"],
    ["time", "update platform.audit_trail set at = at + interval '1 second' where position = 3"],
    ["prior", "update platform.audit_trail set prior_hash = 'x' where position = 3"],
  ])("shows the row whose %s was changed", async (_, statement) => {
    await tamper(statement);
    expect(await offences()).toEqual([3n]);
  });

  it("shows where a row was taken away", async () => {
    await tamper("delete from platform.audit_trail where position = 3");
    expect(await offences()).toEqual([4n]);
  });
});
