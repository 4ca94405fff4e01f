import { conflict, refuse } from "../../kernel/errors.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { AdminHomeView } from "./contract.ts";
import { contentChanged, loadSnapshot } from "./snapshot.ts";

/** What is stored now: whoever edits reads past the memory. */
export async function getAdminHome(ctx: Context): Promise<AdminHomeView> {
  return (await loadSnapshot(ctx)).home;
}

/** Saves the home page over the version that was read; 0 when nothing was saved before. */
export async function changeHome(
  ctx: Context,
  { version, hero, heroPortrait, texts }: AdminHomeView,
): Promise<AdminHomeView> {
  const written = await ctx.db.run(sql`
    insert into content.home as h (hero, hero_portrait, texts, version, changed_at)
    select ${hero}, ${heroPortrait}, ${JSON.stringify(texts)}::jsonb, ${version}::integer + 1, ${ctx.now}
    where ${version}::integer = 0 or exists (select from content.home)
    on conflict (single) do update
      set hero = excluded.hero, hero_portrait = excluded.hero_portrait, texts = excluded.texts,
          version = excluded.version, changed_at = excluded.changed_at
      where h.version = ${version}`);
  if (written === 0) refuse(conflict, { version: (await getAdminHome(ctx)).version });
  contentChanged(ctx, "home");
  await recordAudit(ctx, "home.changed", "home", { version: version + 1, texts });
  return { version: version + 1, hero, heroPortrait, texts };
}
