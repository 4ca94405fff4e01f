import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/platform/sql.ts";
import { type ApiReply, apiClient } from "../support/api-client.ts";
import { brokenInvariants, durableShop } from "../support/durable-shop.ts";
import type { WebProcess } from "../support/processes.ts";
import { manyAtOnce } from "../support/shopping.ts";
import { eventually, followersDone } from "../support/waiting.ts";
import { type FaultCase, faultCases, untried } from "./fault-cases.ts";
import {
  type Actors,
  type End,
  endOf,
  expectedEnd,
  prepareStory,
  retry,
  type Story,
} from "./fault-story.ts";

/**
 * A process is killed at each named step. What was going on is left as it is, other processes are
 * started, and the clients come again with the same keys: within a minute of the restart every story has to
 * end as if nothing had happened, and exactly once.
 */
const outcomes = new Map<FaultCase, { story: Story; answer: ApiReply<unknown>; end: End }>();
const fired = new Map<FaultCase, string[]>();
let startSeconds = 0;
const actors = await openActors();
let seconds = 0;

/** A minute, on a machine that starts a process in three seconds; in proportion more on a busier one. */
function secondsToRecover(): number {
  return 60 * Math.max(1, startSeconds / 3);
}

async function openActors(): Promise<Actors> {
  const shop = await durableShop();
  const began = Date.now();
  const web = await shop.processes.web();
  startSeconds = (Date.now() - began) / 1000;
  const shopper = apiClient(web.url, 4);
  const cookies = await shop.staffCookies(shopper);
  const staff = shopper.with(cookies);
  // No webhook: what was interrupted has to be found by those who look for it.
  const captureAt = async (moment: string): Promise<void> => {
    const changed = await shop.database.run(sql`
      with changed as (
        update settings.setting set value = jsonb_set(value, '{captureMoment}', to_jsonb(${moment}::text))
        where name = 'test-card' and value ->> 'captureMoment' <> ${moment}
        returning name
      )
      insert into platform.touched_tag (tag) select 'settings' from changed`);
    // Processes look for touched tags twice a second.
    if (changed > 0) await pause(1100);
  };
  return { shop, shopper, staff, cookies, captureAt };
}

/** Sends the request to a process that ends itself there; no answer may come. */
async function killWeb(each: FaultCase, story: Story): Promise<void> {
  const web = await actors.shop.processes.web({ failpoint: each.point });
  const answer = await story.send(web.url).then(
    (reply) => `${reply.status} ${reply.code}`,
    (error: NodeJS.ErrnoException) => error.code,
  );
  expect([each, answer]).toEqual([each, "ECONNRESET"]);
  await noteDeath(each, web);
}

/** Has the request answered, and lets the process die that does what follows. */
async function killWorker(each: FaultCase, story: Story, url: string): Promise<void> {
  expect((await story.send(url)).status).toBe(200);
  await noteDeath(each, await actors.shop.processes.worker({ failpoint: each.point }));
}

async function noteDeath(
  each: FaultCase,
  process: { ended: Promise<string | null>; fired(): string[] },
): Promise<void> {
  const end = await Promise.race([process.ended, pause(60_000, "it lives", { ref: false })]);
  expect([each, end]).toEqual([each, "SIGKILL"]);
  fired.set(each, process.fired());
}

beforeAll(async () => {
  const { shop } = actors;
  const stories = new Map<FaultCase, Story>();
  const byMoment = faultCases.toSorted((a, b) => a.flow.localeCompare(b.flow));
  for (const each of byMoment) stories.set(each, await prepareStory(each.flow, actors));
  const told = faultCases.map((each) => [each, stories.get(each) as Story] as const); // set just now
  const inWorker = told.filter(([each]) => each.dies === "worker");
  const inWeb = told.filter(([each]) => each.dies === "web");
  const first: WebProcess = await shop.processes.web();
  for (const [each, story] of inWorker) await killWorker(each, story, first.url);
  // Orders that are not written yet when their process dies are to be written under the last setting.
  for (const moment of ["at_shipping", "at_order"] as const) {
    const mine = inWeb.filter(
      ([{ flow }]) => (flow === "order, paid at shipping") === (moment === "at_shipping"),
    );
    await actors.captureAt(moment);
    await manyAtOnce(mine, 2, ([each, story]) => killWeb(each, story));
  }

  const restarted = await shop.processes.web();
  await shop.processes.worker();
  const began = Date.now();
  await Promise.all(told.map(([each, story]) => recover(each, story, restarted.url)));
  await followersDone(shop.database);
  seconds = (Date.now() - began) / 1000;
}, 900_000);

async function recover(each: FaultCase, story: Story, url: string): Promise<void> {
  const answer = await retry(story, url);
  const look = async (): Promise<End | null> => {
    const end = await endOf(story, answer, actors);
    outcomes.set(each, { story, answer, end });
    return isDeepStrictEqual(end, expectedEnd(story)) ? end : null;
  };
  // What it looked like in the end is shown by the test of this case.
  await eventually(each.point, look, secondsToRecover()).catch(() => null);
}

describe.each(faultCases)("killed at $point in: $flow ($dies)", (each) => {
  test("the process died there, and all ended well and once", async () => {
    expect(fired.get(each)).toEqual([each.point]);
    const outcome = outcomes.get(each);
    expect(outcome?.end).toEqual(outcome && expectedEnd(outcome.story));
  });
});

test("everything was well again within a minute, and every invariant holds", async () => {
  expect(outcomes.size).toBe(faultCases.length);
  expect(seconds).toBeLessThan(secondsToRecover());
  expect(await brokenInvariants(actors.shop.database)).toEqual([]);
  const failed = sql`select name, error from platform.job where state = 'failed'`;
  expect(await actors.shop.database.all(failed)).toEqual([]);
});

test("asked once more with the same key, each request gets the answer it got before", async () => {
  const web = await actors.shop.processes.web();
  for (const { story, answer } of outcomes.values()) {
    const { status, body } = await story.send(web.url);
    expect([status, body]).toEqual([200, answer.body]);
  }
});

test("a second charge for one attempt would be seen", async () => {
  const [outcome] = outcomes.values();
  if (outcome === undefined) throw new Error("no story was told");
  const { shop } = actors;
  const attempt = await shop.database.one<{ id: string }>(sql`
    select a.id from payments.attempt a join orders.line l on l.order_id = a.order_id
    where l.variant_id = ${outcome.story.variantId}`);
  await shop.processes.gateway.call(
    "POST",
    "/v1/payments",
    {
      amount: outcome.story.totalMinor.toString(),
      currency: "EUR",
      reference: attempt.id,
      return_url: "http://shop.test/",
      card_token: "tok_approved",
    },
    randomUUID(),
  );
  const { gateway } = await endOf(outcome.story, outcome.answer, actors);
  expect(gateway.map(({ charges }) => charges)).toEqual([2]);
});

test("no step of the program is left out, and one that were would be seen", () => {
  expect(untried(faultCases)).toEqual([]);
  expect(untried(faultCases.filter(({ point }) => point !== "void.called"))).toEqual([
    "void.called",
  ]);
});
