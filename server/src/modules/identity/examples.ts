import { shopFor, routesById } from "../../app/shop.ts";
import type { CallInput, Endpoint, ReplyOf } from "../../kernel/endpoint.ts";
import { newId } from "../../kernel/ids.ts";
import { cookieJar } from "../../platform/cookies.ts";
import type { Database } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import type { JobKind } from "../../platform/jobs.ts";
import { openLog } from "../../platform/log.ts";
import { unseal } from "../../platform/sealed.ts";
import type { Route } from "../../platform/route.ts";
import { sql } from "../../platform/sql.ts";
import { createWorker } from "../../platform/worker.ts";
import { findAccount, insertAccount } from "./account-store.ts";
import { sessionCookies } from "./account.ts";
import type { Account } from "./account.ts";
import { present } from "../../kernel/assert.ts";
import { hashPassword } from "./password-hash.ts";
import type { Role } from "./roles.ts";
import { resolvePrincipal } from "./session.ts";

export const goodPassword = "three quiet herons at dusk";
export const otherPassword = "a kettle sings before rain";

/** A browser of its own: keeps its cookies from call to call, and is whoever they say. */
export interface Browser {
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ReplyOf<E>>;
  readonly cookies: Map<string, string>;
}

export function openBrowser(
  database: Database,
  routes: readonly Route[],
  address = `10.0.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`,
): Browser {
  const byId = routesById(routes);
  const cookies = new Map<string, string>();
  return {
    cookies,
    call: async (endpoint, input) => {
      const header = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const jar = cookieJar(header, false);
      const area = endpoint.path.startsWith("/api/admin/") ? "admin" : "store";
      const principal = await resolvePrincipal(database, jar, area);
      const caller = {
        principal,
        requestId: newId(),
        locale: "en",
        marketCode: null,
        clientAddress: address,
        cookies: jar,
      } as const;
      try {
        return await shopFor({ database, checkReplies: true }, byId, caller).call(endpoint, input);
      } finally {
        for (const name of Object.values(sessionCookies)) {
          const value = jar.get(name);
          if (value === undefined || value === "") cookies.delete(name);
          else cookies.set(name, value);
        }
      }
    },
  };
}

/** A member of staff who has joined, with `goodPassword`. */
export async function aStaff(
  edge: Edge,
  person: { email: string; role: Role; name?: string },
): Promise<Account> {
  const id = newId();
  const passwordHash = await hashPassword(goodPassword);
  return edge.transaction(async (ctx) => {
    await insertAccount(ctx, {
      id,
      kind: "staff",
      subjectId: id,
      email: person.email,
      name: person.name ?? "Robin Reed",
      locale: "en",
      role: person.role,
      passwordHash,
      passwordGenerated: false,
    });
    return present(await findAccount(ctx.db, id), "the new account");
  });
}

/** Runs the room's jobs until none is left. */
export async function runJobs(database: Database, jobs: readonly JobKind<never>[]): Promise<void> {
  const worker = createWorker({
    database,
    log: openLog("silent"),
    jobs: [...jobs],
    schedule: [],
    concurrency: 2,
    leaseSeconds: 30,
    idleMilliseconds: 50,
  });
  await worker.drain();
  await worker.stop();
}

/** What was published under this type, oldest first, with its links as the mails show them. */
export async function published(
  database: Database,
  type: string,
): Promise<{ recipient: string; linkPath: string }[]> {
  const rows = await database.all<{ payload: { recipient: string; linkPath: string } }>(sql`
    select payload from platform.event where type = ${type} order by id`);
  return rows.map(({ payload }) =>
    "linkPath" in payload ? { ...payload, linkPath: unseal(payload.linkPath) } : payload,
  );
}

/** The token in the newest link that was mailed under this type. */
export async function newestToken(database: Database, type: string): Promise<string> {
  const last = (await published(database, type)).at(-1);
  return present(last?.linkPath.split("token=")[1], "a link with a token");
}
