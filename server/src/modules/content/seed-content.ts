import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { draftPages } from "./drafts/pages.ts";
import type { Home, PageKind, PageTexts } from "./shapes.ts";
import { contentChanged } from "./snapshot.ts";

/** A page that a shop starts with. */
export interface StartingPage {
  readonly handle: string;
  readonly kind: PageKind;
  readonly texts: PageTexts;
}

export interface SeedOptions {
  /** In the order of the menu; without them the shop starts with neutral drafts. */
  readonly pages?: readonly StartingPage[];
  /** Without it the built-in words apply until somebody saves others. */
  readonly home?: Home;
}

/**
 * Gives a new shop its pages, published. What exists already stays as it is, so that running it
 * again changes nothing.
 */
export async function seedContent(ctx: Context, options: SeedOptions = {}): Promise<void> {
  const rows = (options.pages ?? draftPages).map((page, index) => ({
    ...page,
    id: newId(),
    position: (index + 1) * 10,
    texts: Object.entries(page.texts).map(([locale, text]) => ({ locale, ...text })),
  }));
  await ctx.db.run(sql`
    with page as (
      insert into content.page (id, handle, kind, built_in, position, published, changed_at)
      select id, handle, kind, true, position, true, ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as p (id uuid, handle text, kind text, position integer)
      on conflict (handle) do nothing
      returning id
    )
    insert into content.page_text (page_id, locale, slug, title, description, body)
    select page.id, t.locale, t.slug, t.title, t.description, t.body
    from page
    join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id uuid, texts jsonb) on p.id = page.id
    cross join jsonb_to_recordset(p.texts)
      as t (locale text, slug text, title text, description text, body text)`);
  const { home } = options;
  if (home !== undefined)
    await ctx.db.run(sql`
      insert into content.home (hero, hero_portrait, texts, version, changed_at)
      values (${home.hero}, ${home.heroPortrait}, ${JSON.stringify(home.texts)}::jsonb, 1, ${ctx.now})
      on conflict (single) do nothing`);
  contentChanged(ctx, "menu:main", "home");
}
