import { z } from "zod";
import { endpoint, fileReply, rawBody } from "../../kernel/endpoint.ts";
import { errorKind, notFound } from "../../kernel/errors.ts";
import { idSchema, idView, localeSchema, text } from "../../kernel/wire.ts";

/** Content types of pictures that can be uploaded. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/avif"] as const;
export const maxPictureBytes = 15 * 1024 * 1024;
export const maxPicturePixels = 50_000_000;

export const pictureUnreadable = errorKind(
  "picture_unreadable",
  415,
  "This file is not a picture that can be read",
);
export const pictureTooLarge = errorKind(
  "picture_too_large",
  413,
  "This picture has too many pixels",
);
export const pictureErrors = [pictureUnreadable, pictureTooLarge] as const;

/** A picture as shown: its file is at `pictureUrl(picture, width)` for each of its widths. */
export const pictureView = z.object({
  id: idView("picture"),
  key: z.string(),
  width: z.int(),
  height: z.int(),
  widths: z.array(z.int()).min(1),
  alt: z.string(),
});
export type PictureView = z.output<typeof pictureView>;

/** A picture as edited: its alternative text in each language. */
export const adminPictureView = pictureView
  .omit({ alt: true })
  .extend({ alt: z.partialRecord(localeSchema, z.string()) });
export type AdminPictureView = z.output<typeof adminPictureView>;

/** Address of the smallest file that is at least `width` pixels wide, or of the largest there is. */
export function pictureUrl(picture: Pick<PictureView, "key" | "widths">, width: number): string {
  const fitting = picture.widths.find((each) => each >= width) ?? picture.widths.at(-1) ?? width;
  return `/media/${picture.key}-${fitting}.webp`;
}

/** The value of `srcset`: every size there is. */
export function pictureSrcset(picture: Pick<PictureView, "key" | "widths">): string {
  return picture.widths.map((width) => `/media/${picture.key}-${width}.webp ${width}w`).join(", ");
}

const pictureName = "[a-z0-9][a-z0-9-]{0,60}";

export const getNamedPictures = endpoint({
  id: "getNamedPictures",
  method: "GET",
  path: "/api/store/pictures",
  summary: "Pictures that stand for the shop itself, such as those of the home page, by name",
  allow: "anyone",
  query: z.object({
    /** Names, with commas between them. */
    names: z.string().regex(new RegExp(`^${pictureName}(?:,${pictureName}){0,19}$`)),
  }),
  /** Names that no picture has are left out. */
  reply: z.object({ pictures: z.record(z.string(), pictureView) }),
});

/** Content tag of the pictures that pages ask for by name. */
export function tagsOfNamedPictures(): string[] {
  return ["pictures"];
}

/** Files to take home: data sheets and instructions. */
export const fileTypes = ["application/pdf"] as const;
export const maxFileBytes = 20 * 1024 * 1024;

export const fileUnreadable = errorKind("file_unreadable", 415, "This file is not a PDF");

export const fileView = z.object({ id: idView("file"), name: z.string(), bytes: z.int() });
export type FileView = z.output<typeof fileView>;

export const addFile = endpoint({
  id: "addFile",
  method: "POST",
  path: "/api/admin/files",
  summary: "Uploads a PDF that products can offer for download",
  allow: "catalog:write",
  query: z.object({ name: text(120) }),
  body: rawBody,
  reply: fileView,
  errors: [fileUnreadable],
  accepts: [...fileTypes],
  maxBodyBytes: maxFileBytes,
});

export const listFiles = endpoint({
  id: "listFiles",
  method: "GET",
  path: "/api/admin/files",
  summary: "The latest files that products can offer, or those named",
  allow: "catalog:read",
  query: z.object({
    /** Ids, with commas between them. */
    ids: z
      .string()
      .max(2000)
      .transform((ids) => ids.split(","))
      .pipe(z.array(idSchema("file")).max(50))
      .optional(),
  }),
  reply: z.object({ files: z.array(fileView) }),
});

export const getFile = endpoint({
  id: "getFile",
  method: "GET",
  path: "/api/store/files/:id",
  summary: "A file that a product offers, as a download",
  allow: "anyone",
  params: z.object({ id: idSchema("file") }),
  reply: fileReply,
  produces: "application/pdf",
  errors: [notFound],
});
