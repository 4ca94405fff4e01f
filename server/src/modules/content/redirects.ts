import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";
import type { listRedirects as listContract, RedirectView } from "./redirect-contract.ts";
import { redirectLoop } from "./errors.ts";

export interface Redirect {
  /** Without the language and in lower case: /old-chair. */
  readonly from: string;
  /** A path of this shop, without the language. */
  readonly to: string;
}

/** An old address in the form in which it is looked up: lower case, no slash at its end. */
export function foldedPath(path: string): string {
  const folded = path.toLowerCase().replace(/\/+$/, "");
  return folded === "" ? "/" : folded;
}

/** Where what stood at this address is now, or null. One round trip. */
export async function findRedirect(ctx: Context, path: string): Promise<string | null> {
  const row = await ctx.db.maybe<{ to_path: string }>(sql`
    select to_path from content.redirect where from_path = ${foldedPath(path)}`);
  return row?.to_path ?? null;
}

/** Redirects from these addresses, and those that lead to them. */
export function findRedirects(
  ctx: Pick<Context, "db">,
  paths: readonly string[],
): Promise<Redirect[]> {
  return ctx.db.all<Redirect>(sql`
    select from_path as from, to_path as to from content.redirect where from_path = any(${paths}::text[])`);
}

/** The next ones in the order of their addresses. */
export function nextRedirects(
  ctx: Pick<Context, "db">,
  after: string,
  limit: number,
): Promise<Redirect[]> {
  return ctx.db.all<Redirect>(sql`
    select from_path as from, to_path as to from content.redirect
    where from_path > ${after} order by from_path limit ${limit}`);
}

/** Writes many, new and changed. One round trip. */
export async function saveRedirects(ctx: Context, redirects: readonly Redirect[]): Promise<void> {
  const rows = redirects.map((redirect) => ({ id: newId(), ...redirect }));
  await ctx.db.run(sql`
    insert into content.redirect (id, from_path, to_path, changed_at)
    select id, "from", "to", ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "from" text, "to" text)
    order by "from"
    on conflict (from_path) do update set to_path = excluded.to_path, changed_at = excluded.changed_at`);
  touchTag(ctx, "redirects");
}

/** One redirect. Refuses `redirect_loop` when it leads back to where it starts. */
export async function saveRedirect(ctx: Context, redirect: Redirect): Promise<RedirectView> {
  const from = foldedPath(redirect.from);
  const [next] = await findRedirects(ctx, [foldedPath(redirect.to)]);
  if (from === foldedPath(redirect.to) || (next !== undefined && foldedPath(next.to) === from))
    refuse(redirectLoop, { from, to: redirect.to });
  await saveRedirects(ctx, [{ from, to: redirect.to }]);
  const saved = await ctx.db.one<{ id: string; from: string; to: string }>(sql`
    select id, from_path as from, to_path as to from content.redirect where from_path = ${from}`);
  return { ...saved, id: typeId("redirect", saved.id) };
}

export async function deleteRedirect(ctx: Context, id: string): Promise<undefined> {
  const gone = await ctx.db.run(sql`delete from content.redirect where id = ${id}`);
  if (gone === 0) refuse(notFound);
  touchTag(ctx, "redirects");
}

/** In the order of their addresses; found by a part of either. */
export async function listRedirects(
  ctx: Context,
  { query }: InputOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  const part = `%${(query.q ?? "").toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await ctx.db.all<{ id: string; from: string; to: string }>(sql`
    select id, from_path as from, to_path as to from content.redirect
    where from_path > ${query.after ?? ""} and (from_path like ${part} or lower(to_path) like ${part})
    order by from_path limit ${query.limit + 1}`);
  const items = rows.slice(0, query.limit);
  return {
    items: items.map((row) => ({ ...row, id: typeId("redirect", row.id) })),
    next: rows.length > query.limit ? (items.at(-1)?.from ?? null) : null,
  };
}
