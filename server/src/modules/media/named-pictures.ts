import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { getNamedPictures as contract } from "./contract.ts";
import { type PictureJson, pictureJson, pictureViewOf } from "./picture-view.ts";

/** One round trip. */
export async function getNamedPictures(
  ctx: Context,
  { query }: Pick<InputOf<typeof contract>, "query">,
): Promise<ReplyOf<typeof contract>> {
  const rows = await ctx.db.all<{ name: string; picture: PictureJson }>(sql`
    select m.name, ${pictureJson()} as picture
    from media.picture m where m.name = any(${query.names.split(",")}::text[])`);
  return {
    pictures: Object.fromEntries(
      rows.map(({ name, picture }) => [name, pictureViewOf(picture, ctx.locale, "")]),
    ),
  };
}
