import { notFound, refuse } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { anonymous, type Context, type Principal } from "../../platform/context.ts";
import type { CookieJar } from "../../platform/cookies.ts";
import type { Db } from "../../platform/db.ts";
import { sql } from "../../platform/sql.ts";
import { type AccountKind, sessionCookies, sessionLimits } from "./account.ts";
import { permissionsOf, type Role } from "./roles.ts";
import { hashToken, newToken } from "./secret-token.ts";

type Holder = { subjectId: string; name: string; role: Role | null };

/**
 * Who is behind a request's cookie. No cookie: nobody, without asking the database. A cookie: one
 * round trip, which also notes the visit, at most once in five minutes. The store knows customers
 * only and the back office staff only, whatever other cookies the browser sends along.
 */
export async function resolvePrincipal(
  db: Db,
  cookies: CookieJar,
  area: "store" | "admin",
  now: Date = new Date(),
): Promise<Principal> {
  const kind: AccountKind = area === "admin" ? "staff" : "customer";
  const hash = sessionHash(cookies, kind);
  if (hash === null) return anonymous;
  const idleSince = new Date(now.getTime() - sessionLimits[kind].idle * 1000);
  const holder = await db.maybe<Holder>(sql`
    with found as (
      select s.id, s.last_seen_at, a.subject_id, a.name, a.role
      from identity.session s join identity.account a on a.id = s.account_id
      where s.token_hash = ${hash} and a.kind = ${kind} and a.active
        and s.expires_at > ${now} and s.last_seen_at > ${idleSince}
    ), seen as (
      update identity.session s set last_seen_at = ${now} from found
      where s.id = found.id and found.last_seen_at < ${now}::timestamptz - interval '5 minutes'
    )
    select subject_id as "subjectId", name, role from found`);
  return holder === null ? anonymous : principalOf(holder);
}

function principalOf({ subjectId, name, role }: Holder): Principal {
  if (role === null) return { kind: "customer", customerId: subjectId, name };
  return { kind: "staff", staffId: subjectId, name, permissions: permissionsOf(role) };
}

/** The fingerprint of this request's session; null when its cookie is missing or nothing we made. */
export function sessionHash(cookies: CookieJar, kind: AccountKind): Buffer | null {
  const token = cookies.get(sessionCookies[kind]);
  return token !== undefined && /^[\w-]{43}$/.test(token) ? hashToken(token) : null;
}

/** Starts a session and sets its cookie. The session the browser had before ends. */
export async function startSession(
  ctx: Context,
  account: { id: string; kind: AccountKind },
): Promise<void> {
  const token = newToken();
  const { inAll } = sessionLimits[account.kind];
  const expiresAt = new Date(ctx.now.getTime() + inAll * 1000);
  await ctx.db.run(sql`
    with former as (
      delete from identity.session where token_hash = ${sessionHash(ctx.cookies, account.kind)}::bytea
    )
    insert into identity.session (id, token_hash, account_id, address, started_at, last_seen_at, expires_at)
    values (${newId()}, ${hashToken(token)}, ${account.id}, ${ctx.clientAddress ?? ""}, ${ctx.now}, ${ctx.now}, ${expiresAt})`);
  ctx.cookies.set(sessionCookies[account.kind], token, { maxAge: inAll });
}

/** Signs out: ends the session of this request and deletes its cookie. Quiet when there is none. */
export async function endThisSession(ctx: Context, kind: AccountKind): Promise<void> {
  const hash = sessionHash(ctx.cookies, kind);
  if (hash !== null) await ctx.db.run(sql`delete from identity.session where token_hash = ${hash}`);
  if (ctx.cookies.get(sessionCookies[kind]) !== undefined) {
    ctx.cookies.set(sessionCookies[kind], "", { maxAge: 0 });
  }
}

export interface SessionRow {
  readonly id: string;
  readonly address: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly current: boolean;
}

/** Where this customer or member of staff is signed in, newest first. */
export function listSessionsOf(
  ctx: Context,
  kind: AccountKind,
  subjectId: string,
): Promise<SessionRow[]> {
  return ctx.db.all(sql<SessionRow>`
    select s.id, s.address, s.started_at as "startedAt", s.last_seen_at as "lastSeenAt",
           coalesce(s.token_hash = ${sessionHash(ctx.cookies, kind)}::bytea, false) as current
    from identity.session s join identity.account a on a.id = s.account_id
    where a.kind = ${kind} and a.subject_id = ${subjectId} and s.expires_at > ${ctx.now}
    order by s.started_at desc, s.id desc limit 100`);
}

/** Ends one session of this holder; refuses when they have none with this id. */
export async function endSessionOf(
  ctx: Context,
  kind: AccountKind,
  subjectId: string,
  sessionId: string,
): Promise<void> {
  const ended = await ctx.db.run(sql`
    delete from identity.session s using identity.account a
    where s.id = ${sessionId} and a.id = s.account_id and a.kind = ${kind} and a.subject_id = ${subjectId}`);
  if (ended === 0) refuse(notFound);
}

export async function endSessionsOf(ctx: Context, accountId: string): Promise<void> {
  await ctx.db.run(sql`delete from identity.session where account_id = ${accountId}`);
}
