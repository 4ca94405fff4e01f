import { badRequest, conflict, refuse } from "../../kernel/errors.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";
import { type SettingKind, settingSchemas, type SettingView } from "./shapes.ts";
import { settingsTag } from "./snapshot.ts";

/**
 * Saves one area's settings over the version that was edited; 0 when nothing was saved before.
 * @returns what is stored now, with its version
 */
export async function changeSetting<K extends SettingKind>(
  ctx: Context,
  kind: K,
  change: { version: number; value: SettingView<K> },
): Promise<{ version: number; value: SettingView<K> }> {
  requireSound(kind, change.value);
  const version = change.version + 1;
  const written = await ctx.db.run(sql`
    insert into settings.setting as s (name, value, version, changed_at, changed_by)
    select ${kind}, ${JSON.stringify(change.value)}::jsonb, ${version}::integer, ${ctx.now}, ${actorOf(ctx)}
    where ${change.version}::integer = 0 or exists (select from settings.setting where name = ${kind})
    on conflict (name) do update
      set value = excluded.value, version = excluded.version,
          changed_at = excluded.changed_at, changed_by = excluded.changed_by
      where s.version = ${change.version}`);
  if (written === 0) refuse(conflict, { version: await versionOf(ctx, kind) });
  settingsChanged(ctx);
  await recordAudit(ctx, "settings.changed", `settings:${kind}`, { version, value: change.value });
  return { version, value: change.value };
}

async function versionOf(ctx: Context, kind: SettingKind): Promise<number> {
  const row = await ctx.db.maybe<{ version: number }>(sql`
    select version from settings.setting where name = ${kind}`);
  return row?.version ?? 0;
}

/** What reads as a form may still not hold as a value: an address that no post delivers to. */
function requireSound(kind: SettingKind, value: unknown): void {
  const result = settingSchemas[kind].safeParse(value);
  if (result.success) return;
  const problems = result.error.issues.map((issue) => ({
    path: ["body", "value", ...issue.path].join("."),
    code: issue.code ?? "invalid",
    message: issue.message,
  }));
  refuse(badRequest, { problems });
}

/** This process knows it with the commit, others within a second; pages that show the shop are dropped. */
export function settingsChanged(ctx: Context): void {
  touchTag(ctx, settingsTag);
}
