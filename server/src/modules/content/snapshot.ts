import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { keepReady, rememberTagged } from "../../platform/memory.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";
import { type PictureJson, pictureJson } from "../media/index.ts";
import type { Home, PageKind } from "./shapes.ts";
import { draftHome } from "./drafts/home.ts";

/** What every page's menu names, and the home page: one round trip for all of it. */
export interface ContentSnapshot {
  readonly pages: readonly PublishedPage[];
  readonly home: Home & { readonly version: number };
  /** Those of the home page that exist, by name. */
  readonly pictures: Readonly<Record<string, PictureJson>>;
}

export interface PublishedPage {
  readonly handle: string;
  readonly kind: PageKind;
  readonly texts: Readonly<Partial<Record<Locale, { title: string; slug: string }>>>;
}

/** Touched with every change of texts. */
const contentTag = "content";

/** As last committed, from memory; as this transaction has it once it changed a text. */
export function contentSnapshot(ctx: Context): Promise<ContentSnapshot> {
  return rememberTagged(ctx, contentTag, () => loadSnapshot(ctx));
}

/** Has this process know the menu before anyone asks. `ctx` is for reading and stays in use. */
export async function keepContentReady(ctx: Context): Promise<void> {
  await keepReady(ctx.memory, contentTag, () => loadSnapshot(ctx));
}

/** Says that texts changed: drops what shows them, here and in every process. */
export function contentChanged(ctx: Context, ...tags: readonly string[]): void {
  touchTag(ctx, contentTag, ...tags);
}

type SnapshotRow = Omit<ContentSnapshot, "home"> & { home: ContentSnapshot["home"] | null };

/** Past the memory. */
export async function loadSnapshot(ctx: Context): Promise<ContentSnapshot> {
  const row = await ctx.db.one<SnapshotRow>(sql`
    with shown as (
      select coalesce((select array[hero, hero_portrait] from content.home),
                      ${[draftHome.hero, draftHome.heroPortrait]}::text[]) as names
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_object(
         'handle', p.handle, 'kind', p.kind,
         'texts', (select jsonb_object_agg(t.locale, jsonb_build_object('title', t.title, 'slug', t.slug))
                   from content.page_text t where t.page_id = p.id))
         order by p.kind desc, p.position, p.handle), '[]')
       from content.page p where p.published) as pages,
      (select jsonb_build_object('version', version, 'hero', hero, 'heroPortrait', hero_portrait, 'texts', texts)
       from content.home) as home,
      (select coalesce(jsonb_object_agg(m.name, ${pictureJson()}), '{}')
       from media.picture m, shown where m.name = any(shown.names)) as pictures`);
  return { ...row, home: row.home ?? { ...draftHome, version: 0 } };
}
