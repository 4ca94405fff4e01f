import { typeId } from "../../kernel/type-id.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { PictureView } from "./contract.ts";

/** A picture as the fragments below give it inside JSON. */
export interface PictureJson {
  readonly id: Uuid;
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly widths: number[];
  readonly alt: Readonly<Record<string, string>>;
}

/** JSON of the picture that the row `m` of media.picture is. */
export function pictureJson(): Sql {
  return sql`jsonb_build_object('id', m.id, 'key', m.file_key, 'width', m.width, 'height', m.height,
    'widths', m.widths, 'alt', m.alt)`;
}

/** The picture with its text in one language; a picture without text is described by `instead`. */
export function pictureViewOf(picture: PictureJson, locale: string, instead: string): PictureView {
  const { id, key, width, height, widths, alt } = picture;
  const text =
    alt[locale] || alt["en"] || Object.values(alt).find((each) => each !== "") || instead;
  return { id: typeId("picture", id), key, width, height, widths, alt: text };
}
