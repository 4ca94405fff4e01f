import { describe, expect, it } from "vitest";
import { z } from "zod";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { checks } from "../../app/rooms.ts";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { job } from "../../platform/jobs.ts";
import { openLog } from "../../platform/log.ts";
import { sql } from "../../platform/sql.ts";
import { createWorker } from "../../platform/worker.ts";
import { refusalOf } from "../checkout/examples.ts";
import { setChecks } from "./index.ts";
import {
  countJobs,
  dropJob,
  listJobs,
  readJob,
  readLatestAudit,
  retryJob,
  runAuditNow,
} from "./contract.ts";

const shop = await testShop();

let broken = true;
const fragile = job({
  name: "test.fragile",
  payload: z.object({ word: z.string() }),
  maxAttempts: 1,
  run: async () => {
    if (broken) throw new Error("it broke\nin the middle");
  },
});

async function runAll(): Promise<void> {
  const log = openLog("silent");
  const common = { schedule: [], concurrency: 2, leaseSeconds: 30, idleMilliseconds: 10 };
  await createWorker({ database: shop.database, log, jobs: [fragile], ...common }).drain();
}

async function aJob(payload: object = { word: "hello" }): Promise<string> {
  const id = newId();
  await shop.database.pool.query(
    `insert into platform.job (id, name, payload, max_attempts, run_at, created_at)
     values ($1, 'test.fragile', $2, 1, now(), now())`,
    [id, JSON.stringify(payload)],
  );
  return typeId("job", id);
}

describe("jobs", () => {
  it("that gave up are shown with their failure, run again or dropped", async () => {
    const [jobId, other] = [await aJob(), await aJob()];
    expect(await shop.call(countJobs, {}, owner)).toMatchObject({ ready: 2, failed: 0 });
    await runAll();
    expect(await shop.call(countJobs, {}, owner)).toMatchObject({ ready: 0, failed: 2 });
    const { items } = await shop.call(listJobs, { query: { state: "failed" } }, owner);
    expect(items).toMatchObject([{ id: other, error: "Error: it broke" }, { id: jobId }]);
    const shown = await shop.call(readJob, { params: { jobId } }, owner);
    expect(shown).toMatchObject({ payload: { word: "hello" }, attempts: 1 });
    expect(shown.failure).toContain("in the middle");
    broken = false;
    expect(await shop.call(retryJob, { params: { jobId } }, owner)).toMatchObject({
      state: "ready",
      attempts: 0,
    });
    expect(await shop.call(dropJob, { params: { jobId: other } }, owner)).toMatchObject({
      state: "done",
    });
    await runAll();
    expect(await shop.call(readJob, { params: { jobId } }, owner)).toMatchObject({ state: "done" });
    const again = shop.call(retryJob, { params: { jobId } }, owner);
    expect(await refusalOf(again)).toMatchObject({
      code: "job_not_failed",
      details: { state: "done" },
    });
    const { rows } = await shop.database.pool.query(
      "select action from platform.audit_trail order by position",
    );
    expect(rows.map((row: { action: string }) => row.action)).toEqual([
      "job.retried",
      "job.dropped",
    ]);
  });

  it("are paged newest first", async () => {
    const made = [await aJob(), await aJob(), await aJob()].toReversed();
    const first = await shop.call(listJobs, { query: { limit: 2 } }, owner);
    expect(first.items.map((each) => each.id)).toEqual(made.slice(0, 2));
    const rest = await shop.call(listJobs, { query: { limit: 2, after: first.next ?? "" } }, owner);
    expect(rest.items[0]?.id).toBe(made[2]);
  });
});

describe("the audit", () => {
  it("checks everything, keeps what it found and shows it", async () => {
    expect(await shop.call(readLatestAudit, {}, owner)).toEqual({ run: null });
    const run = await shop.call(runAuditNow, {}, owner);
    expect(run).toMatchObject({ clean: true, startedBy: "staff:Olive Owner" });
    expect(run.results.map((each) => each.id)).toEqual(checks.map((each) => each.id));
    expect(await shop.call(readLatestAudit, {}, owner)).toEqual({ run });
  });

  it("shows the rows where an invariant does not hold, large numbers included", async () => {
    setChecks([{ id: "I0", title: "never", query: sql`select 9007199254740993::bigint as minor` }]);
    const run = await shop.call(runAuditNow, {}, owner);
    expect(run).toMatchObject({
      clean: false,
      results: [{ offences: [{ minor: "9007199254740993" }] }],
    });
    setChecks(checks);
  });

  it("refuses to say that all is well when it has nothing to check", async () => {
    setChecks([]);
    await expect(shop.call(runAuditNow, {}, owner)).rejects.toThrow(/invariants are registered/);
    setChecks(checks);
  });
});

describe("a job whose worker died at every try", () => {
  it("is given up and shown instead of taking down one worker after another", async () => {
    const jobId = await aJob();
    await shop.database.run(sql`
      update platform.job set attempts = max_attempts, leased_until = now() - interval '1 second'
      where name = 'test.fragile' and state = 'ready'`);
    await runAll();
    const shown = await shop.call(readJob, { params: { jobId } }, owner);
    expect([shown.state, shown.error]).toEqual(["failed", "Error: its worker died at each try"]);
    await shop.database.run(sql`delete from platform.job where name = 'test.fragile'`);
  });
});

describe("what a job was given", () => {
  it("names the page of a link that opens an account, and keeps its token to itself", async () => {
    const linkPath = "/admin/reset?token=s3cret-_1&back=desk";
    const jobId = await aJob({ word: "hello", to: [{ linkPath }] });
    const { payload } = await shop.call(readJob, { params: { jobId } }, owner);
    expect(payload).toEqual({
      word: "hello",
      to: [{ linkPath: "/admin/reset?token=…&back=desk" }],
    });
    await shop.database.run(sql`delete from platform.job where name = 'test.fragile'`);
  });
});
