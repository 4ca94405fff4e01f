import { z } from "zod";
import { endpoint, nothing, rawBody } from "../../kernel/endpoint.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { idSchema, idView, localeSchema, longText, text } from "../../kernel/wire.ts";
import {
  adminPictureView,
  maxPictureBytes,
  pictureErrors,
  pictureTypes,
} from "../media/contract.ts";
import {
  categoryCodeTaken,
  categoryCycle,
  categoryInUse,
  slugTaken,
  unknownCategory,
} from "./errors.ts";

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(100);

export const categoryInput = z.object({
  code: slug,
  parentId: idSchema("category").nullable(),
  /** Place among its siblings, ascending. */
  position: z.int().min(0).max(100_000),
  texts: z
    .partialRecord(
      localeSchema,
      z.object({ name: text(120), slug, intro: longText(2_000).default("") }),
    )
    .refine((texts) => Object.keys(texts).length > 0, { error: "A name is needed" }),
});
export type CategoryInput = z.output<typeof categoryInput>;

export const adminCategoryView = z.object({
  id: idView("category"),
  version: z.int(),
  code: z.string(),
  parentId: idView("category").nullable(),
  depth: z.int(),
  position: z.int(),
  texts: z.partialRecord(
    localeSchema,
    z.object({ name: z.string(), slug: z.string(), intro: z.string() }),
  ),
  picture: adminPictureView.nullable(),
  /** Products that stand in it, of every status, without its descendants'. */
  productCount: z.int(),
});
export type AdminCategoryView = z.output<typeof adminCategoryView>;

const byId = z.object({ id: idSchema("category") });
const errors = [
  notFound,
  conflict,
  categoryCodeTaken,
  slugTaken,
  categoryCycle,
  unknownCategory,
] as const;

export const listAdminCategories = endpoint({
  id: "listAdminCategories",
  method: "GET",
  path: "/api/admin/categories",
  summary: "All categories in every language, each followed by its descendants",
  allow: "catalog:read",
  reply: z.object({ categories: z.array(adminCategoryView) }),
});

export const createCategory = endpoint({
  id: "createCategory",
  method: "POST",
  path: "/api/admin/categories",
  summary: "Creates a category",
  allow: "catalog:write",
  body: categoryInput,
  reply: adminCategoryView,
  errors,
});

export const changeCategory = endpoint({
  id: "changeCategory",
  method: "PUT",
  path: "/api/admin/categories/:id",
  summary: "Changes a category's place, code and texts",
  allow: "catalog:write",
  params: byId,
  body: categoryInput.extend({ version: z.int().min(1) }),
  reply: adminCategoryView,
  errors,
});

export const deleteCategory = endpoint({
  id: "deleteCategory",
  method: "DELETE",
  path: "/api/admin/categories/:id",
  summary: "Deletes a category that has neither products nor subcategories",
  allow: "catalog:write",
  params: byId,
  reply: nothing,
  errors: [notFound, categoryInUse],
});

export const setCategoryPicture = endpoint({
  id: "setCategoryPicture",
  method: "POST",
  path: "/api/admin/categories/:id/picture",
  summary: "Uploads the picture of a category in place of the one it has",
  allow: "catalog:write",
  params: byId,
  body: rawBody,
  reply: adminCategoryView,
  errors: [notFound, ...pictureErrors],
  accepts: [...pictureTypes],
  maxBodyBytes: maxPictureBytes,
});
