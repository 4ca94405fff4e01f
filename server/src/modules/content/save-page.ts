import pg from "pg";
import type { z } from "zod";
import { conflict, notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { AdminPageView, changedPageSchema, newPageSchema } from "./contract.ts";
import { pageBuiltIn, pageHandleTaken, pageSlugTaken } from "./errors.ts";
import { getAdminPage } from "./queries.ts";
import type { PageTexts } from "./shapes.ts";
import { contentChanged } from "./snapshot.ts";

/** Adds a page that only staff see until it is published. */
export async function createPage(
  ctx: Context,
  page: z.output<typeof newPageSchema>,
): Promise<AdminPageView> {
  const id = newId();
  const added = await ctx.db.run(sql`
    insert into content.page (id, handle, kind, position, changed_at)
    values (${id}, ${page.handle}, ${page.kind}, ${page.position}, ${ctx.now})
    on conflict (handle) do nothing`);
  if (added === 0) refuse(pageHandleTaken, { handle: page.handle });
  await writeTexts(ctx, id, page.texts);
  return saved(ctx, id, "page.created");
}

/** Changes a page over the version that was read, or not at all. */
export async function changePage(
  ctx: Context,
  id: Uuid,
  { version, kind, position, texts }: z.output<typeof changedPageSchema>,
): Promise<AdminPageView> {
  await nextVersion(ctx, id, version);
  await ctx.db.run(sql`
    update content.page set kind = ${kind}, position = ${position} where id = ${id}`);
  await ctx.db.run(sql`delete from content.page_text where page_id = ${id}`);
  await writeTexts(ctx, id, texts);
  return saved(ctx, id, "page.changed");
}

/** Shows a page to everyone, or to staff only. */
export async function changePagePublication(
  ctx: Context,
  id: Uuid,
  { version, published }: { readonly version: number; readonly published: boolean },
): Promise<AdminPageView> {
  await nextVersion(ctx, id, version);
  await ctx.db.run(sql`update content.page set published = ${published} where id = ${id}`);
  return saved(ctx, id, published ? "page.published" : "page.hidden");
}

/** Deletes a page; those that other pages link to stay. */
export async function deletePage(ctx: Context, id: Uuid): Promise<undefined> {
  const page = await getAdminPage(ctx, id);
  if (page.builtIn) refuse(pageBuiltIn);
  await ctx.db.run(sql`delete from content.page where id = ${id}`);
  contentChanged(ctx, "menu:main", `page:${page.handle}`);
  await recordAudit(ctx, "page.deleted", `page:${page.handle}`, { titles: titlesOf(page) });
  return undefined;
}

/** Counts the version up, which locks the page; refuses where somebody else was faster. */
async function nextVersion(ctx: Context, id: Uuid, version: number): Promise<void> {
  const written = await ctx.db.run(sql`
    update content.page set version = version + 1, changed_at = ${ctx.now}
    where id = ${id} and version = ${version}`);
  if (written === 1) return;
  const now = await ctx.db.maybe<{ version: number }>(sql`
    select version from content.page where id = ${id}`);
  if (now === null) refuse(notFound, { id: typeId("content_page", id) });
  refuse(conflict, { version: now.version });
}

async function writeTexts(ctx: Context, id: Uuid, texts: PageTexts): Promise<void> {
  const rows = Object.entries(texts).map(([locale, text]) => ({ locale, ...text }));
  try {
    await ctx.db.run(sql`
      insert into content.page_text (page_id, locale, slug, title, description, body)
      select ${id}, locale, slug, title, description, body
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as t (locale text, slug text, title text, description text, body text)`);
  } catch (error) {
    const constraint = error instanceof pg.DatabaseError ? error.constraint : undefined;
    if (constraint === "page_text_locale_slug_key") refuse(pageSlugTaken);
    throw error;
  }
}

async function saved(ctx: Context, id: Uuid, action: string): Promise<AdminPageView> {
  const page = await getAdminPage(ctx, id);
  contentChanged(ctx, "menu:main", `page:${page.handle}`);
  const { version, published } = page;
  await recordAudit(ctx, action, `page:${page.handle}`, {
    version,
    published,
    titles: titlesOf(page),
  });
  return page;
}

function titlesOf({ texts }: AdminPageView): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([locale, { title }]) => [locale, title]));
}
