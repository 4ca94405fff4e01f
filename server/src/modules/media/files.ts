import { randomBytes } from "node:crypto";
import { type FileReply, type InputOf, type ReplyOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { external } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { fileStorage } from "../../platform/storage.ts";
import {
  type addFile as addContract,
  fileUnreadable,
  type FileView,
  type getFile as getContract,
  type listFiles as listContract,
} from "./contract.ts";

interface FileRow {
  readonly id: Uuid;
  readonly name: string;
  readonly content_type: string;
  readonly file_key: string;
  readonly bytes: number;
}

/**
 * Keeps an upload as it is. It is only ever served as a download, under the type it was checked
 * for, so that nothing in it runs on the shop's address.
 */
export async function addFile(
  edge: Edge,
  { query, body }: InputOf<typeof addContract>,
): Promise<FileView> {
  if (Buffer.from(body.subarray(0, 5)).toString("latin1") !== "%PDF-") refuse(fileUnreadable);
  const key = `file-${randomBytes(10).toString("hex")}.pdf`;
  await external(() => fileStorage().put(key, body));
  return edge.transaction(async (ctx) => {
    const id = newId();
    await ctx.db.run(sql`
      insert into media.file (id, name, content_type, file_key, bytes, created_at)
      values (${id}, ${query.name}, 'application/pdf', ${key}, ${body.byteLength}, ${ctx.now})`);
    return { id: typeId("file", id), name: query.name, bytes: body.byteLength };
  });
}

export async function listFiles(
  ctx: Context,
  { query }: InputOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  const { ids } = query;
  const rows = await ctx.db.all<FileRow>(sql`
    select * from media.file
    where ${ids === undefined ? sql`true` : sql`id = any(${ids}::uuid[])`}
    order by created_at desc, id limit 50`);
  return { files: rows.map(({ id, name, bytes }) => ({ id: typeId("file", id), name, bytes })) };
}

export async function getFile(
  ctx: Context,
  { params }: InputOf<typeof getContract>,
): Promise<FileReply> {
  const file = await ctx.db.maybe<FileRow>(sql`select * from media.file where id = ${params.id}`);
  const bytes = file === null ? null : await external(() => fileStorage().get(file.file_key));
  if (file === null || bytes === null) refuse(notFound);
  const name = file.name.toLowerCase().endsWith(".pdf") ? file.name : `${file.name}.pdf`;
  return { contentType: file.content_type, fileName: name, bytes, inline: false };
}
