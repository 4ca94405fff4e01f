import { conflict, notFound, refuse } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { staffIdOf } from "./me.ts";
import { type SavedView, tooManyViews, viewNameTaken } from "./saved-view-contract.ts";

/** More than fit above a list; and far from what a person keeps apart. */
const mostViews = 50;

interface ViewRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly shared: boolean;
  readonly by: string;
  readonly own: boolean;
  readonly first: boolean;
  readonly version: number;
}

/** What of the views whoever asks may see. */
function viewRows(ctx: Context, condition: Sql): Sql<ViewRow> {
  const me = staffIdOf(ctx);
  return sql<ViewRow>`
    select v.id, v.name, v.address, v.shared, a.name as by, v.account_id = ${me} as own,
           f.view_id is not null as first, v.version
    from identity.saved_view v
    join identity.account a on a.id = v.account_id
    left join identity.first_view f on f.account_id = ${me} and f.view_id = v.id
    where (v.account_id = ${me} or v.shared) and ${condition}
    order by v.account_id <> ${me}, lower(v.name), v.id
    limit 300`;
}

export async function listViews(ctx: Context, list: string): Promise<SavedView[]> {
  const rows = await ctx.db.all(viewRows(ctx, sql`v.list = ${list}`));
  return rows.map((row) => viewOf(ctx, row));
}

/** Adds a view; one of mine with the same name takes the new filters and stays where it is. */
export async function saveView(
  ctx: Context,
  view: { list: string; name: string; address: string; shared: boolean },
): Promise<SavedView> {
  const me = staffIdOf(ctx);
  const { id } = await ctx.db.one<{ id: string }>(sql`
    insert into identity.saved_view (id, account_id, list, name, address, shared, created_at)
    values (${newId()}, ${me}, ${view.list}, ${view.name}, ${view.address}, ${view.shared}, ${ctx.now})
    on conflict (account_id, list, lower(name)) do update
      set name = excluded.name, address = excluded.address, shared = excluded.shared,
          version = saved_view.version + 1
    returning id`);
  const { count } = await ctx.db.one<{ count: number }>(sql`
    select count(*)::integer as count from identity.saved_view
    where account_id = ${me} and list = ${view.list}`);
  if (count > mostViews) refuse(tooManyViews, { limit: mostViews });
  return getView(ctx, id);
}

export async function changeView(
  ctx: Context,
  id: string,
  { version, name, shared }: { version: number; name: string; shared: boolean },
): Promise<SavedView> {
  const before = await getView(ctx, id);
  if (!before.editable) refuse(notFound);
  // A name that is taken in the same moment by the same person meets the index, and the request is a bug.
  const taken = await ctx.db.maybe(sql`
    select other.id from identity.saved_view v
    join identity.saved_view other using (account_id, list)
    where v.id = ${id} and other.id <> v.id and lower(other.name) = lower(${name})`);
  if (taken !== null) refuse(viewNameTaken);
  const changed = await ctx.db.run(sql`
    update identity.saved_view set name = ${name}, shared = ${shared}, version = version + 1
    where id = ${id} and version = ${version}`);
  if (changed === 0) refuse(conflict, { version: before.version });
  // Who may manage others' views and takes one back from the team no longer sees it.
  return { ...before, name, shared, version: version + 1 };
}

export async function deleteView(ctx: Context, id: string): Promise<void> {
  const { editable } = await getView(ctx, id);
  if (!editable) refuse(notFound);
  await ctx.db.run(sql`delete from identity.saved_view where id = ${id}`);
}

/** A view that is deleted or shared no longer is nobody's first any more: the list opens with everything. */
export async function chooseFirstView(
  ctx: Context,
  { list, view }: { list: string; view: string | null },
): Promise<void> {
  const me = staffIdOf(ctx);
  if (view === null) {
    await ctx.db.run(sql`
      delete from identity.first_view where account_id = ${me} and list = ${list}`);
    return;
  }
  const chosen = await ctx.db.run(sql`
    insert into identity.first_view (account_id, list, view_id)
    select ${me}, v.list, v.id from identity.saved_view v
    where v.id = ${view} and v.list = ${list} and (v.account_id = ${me} or v.shared)
    on conflict (account_id, list) do update set view_id = excluded.view_id`);
  if (chosen === 0) refuse(notFound);
}

async function getView(ctx: Context, id: string): Promise<SavedView> {
  const row = await ctx.db.maybe(viewRows(ctx, sql`v.id = ${id}`));
  return row === null ? refuse(notFound) : viewOf(ctx, row);
}

function viewOf(ctx: Context, { id, own, ...row }: ViewRow): SavedView {
  const { principal } = ctx;
  const editable = own || (principal.kind === "staff" && principal.permissions.has("staff:write"));
  return { id: typeId("saved_view", id), ...row, editable };
}
