import { randomBytes } from "node:crypto";
import type { Uuid } from "../../kernel/ids.ts";
import { newId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { external } from "../../platform/db.ts";
import { enqueue } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { fileStorage } from "../../platform/storage.ts";
import { encodePicture } from "./encode-picture.ts";
import { removePictureFiles } from "./jobs.ts";
import { storageKey } from "./media-file.ts";

export type Alt = Readonly<Partial<Record<Locale, string>>>;

/** A picture whose files are stored and that no row speaks of yet. */
export interface StoredPicture {
  readonly fileKey: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  readonly sha256: string;
}

/**
 * Encodes an upload and stores its files, outside any transaction. Files whose row is never
 * written cost their space and nothing else.
 * @param name what it shows, lower-case letters and hyphens; becomes part of its address
 */
export async function storePicture(bytes: Uint8Array, name: string): Promise<StoredPicture> {
  return external(async () => {
    const { sizes, ...facts } = await encodePicture(bytes);
    const fileKey = `${name.slice(0, 80)}-${randomBytes(5).toString("hex")}`;
    const storage = fileStorage();
    for (const { width, webp } of sizes) await storage.put(storageKey(fileKey, width), webp);
    return { ...facts, fileKey, widths: sizes.map(({ width }) => width) };
  });
}

export interface NewPicture extends StoredPicture {
  readonly alt: Alt;
  /** What pages ask for it by; most have none. */
  readonly name?: string;
}

/** Writes the rows of stored pictures; gives back their ids in the same order. */
export async function insertPictures(
  ctx: Context,
  pictures: readonly NewPicture[],
): Promise<Uuid[]> {
  const rows = pictures.map((picture) => ({ id: newId(), ...picture }));
  await ctx.db.run(sql`
    insert into media.picture (id, name, file_key, width, height, widths, alt, sha256, created_at)
    select id, name, "fileKey", width, height, widths, alt, sha256, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as p (id uuid, name text, "fileKey" text, width integer, height integer, widths integer[],
            alt jsonb, sha256 text)`);
  return rows.map(({ id }) => id);
}

/** Sets alternative texts; languages left out lose theirs. */
export async function changeAlts(
  ctx: Context,
  changes: readonly { readonly id: Uuid; readonly alt: Alt }[],
): Promise<void> {
  if (changes.length === 0) return;
  await ctx.db.run(sql`
    update media.picture p set alt = c.alt
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (id uuid, alt jsonb)
    where p.id = c.id`);
}

/** Deletes pictures that nothing shows any more; their files follow after the commit. */
export async function removePictures(ctx: Context, ids: readonly Uuid[]): Promise<void> {
  if (ids.length === 0) return;
  const removed = await ctx.db.all<{ file_key: string; widths: number[] }>(sql`
    delete from media.picture where id = any(${ids}::uuid[]) returning file_key, widths`);
  const keys = removed.flatMap((row) => row.widths.map((width) => storageKey(row.file_key, width)));
  if (keys.length > 0) enqueue(ctx, removePictureFiles, { keys });
}
