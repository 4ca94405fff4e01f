import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { AdminPageLinkView, AdminPageView } from "./contract.ts";
import type { PageKind, PageText } from "./shapes.ts";
import { partOf } from "./text-in.ts";

export interface PageRow {
  readonly id: Uuid;
  readonly handle: string;
  readonly kind: PageKind;
  readonly built_in: boolean;
  readonly position: number;
  readonly published: boolean;
  readonly version: number;
  readonly texts: Readonly<Partial<Record<Locale, PageText>>>;
}

/** Pages with the parts of their texts that are asked for; `p` is the page. */
function pageRows(parts: Sql, where: Sql): Sql<PageRow> {
  return sql<PageRow>`
    select p.id, p.handle, p.kind, p.built_in, p.position, p.published, p.version,
           (select coalesce(jsonb_object_agg(t.locale, jsonb_build_object(${parts})), '{}')
            from content.page_text t where t.page_id = p.id) as texts
    from content.page p
    where ${where}
    order by p.kind desc, p.position, p.handle`;
}

const wholeText = (): Sql =>
  sql`'title', t.title, 'slug', t.slug, 'description', t.description, 'body', t.body`;

/** The published page that has this name in the address; the language asked for is looked at first. */
export function findPublishedPage(ctx: Context, slug: string): Promise<PageRow | null> {
  const named = sql`p.published and p.id = (
      select s.page_id from content.page_text s
      join content.page q on q.id = s.page_id and q.published
      where s.slug = ${slug}
      order by s.locale = ${ctx.locale} desc, s.locale limit 1)`;
  return ctx.db.maybe(pageRows(wholeText(), named));
}

export async function listAdminPages(ctx: Context): Promise<{ pages: AdminPageLinkView[] }> {
  const rows = await ctx.db.all(pageRows(sql`'title', t.title`, sql`true`));
  return {
    pages: rows.map((row) => ({
      ...factsOf(row),
      titles: partOf(row.texts, ({ title }) => title),
    })),
  };
}

export async function getAdminPage(ctx: Context, id: Uuid): Promise<AdminPageView> {
  const row = await ctx.db.maybe(pageRows(wholeText(), sql`p.id = ${id}`));
  if (row === null) refuse(notFound);
  return { ...factsOf(row), texts: row.texts };
}

function factsOf(row: PageRow) {
  const { handle, kind, position, published, version } = row;
  const id = typeId("content_page", row.id);
  return { id, handle, kind, builtIn: row.built_in, position, published, version };
}
