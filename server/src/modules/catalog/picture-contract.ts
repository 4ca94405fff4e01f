import { z } from "zod";
import { endpoint, rawBody } from "../../kernel/endpoint.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { idSchema, localeSchema, longText } from "../../kernel/wire.ts";
import { maxPictureBytes, pictureErrors, pictureTypes } from "../media/contract.ts";
import { adminProductView } from "./admin-contract.ts";
import { unknownPicture } from "./errors.ts";

const byId = z.object({ id: idSchema("product") });
const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/);

export const addProductPicture = endpoint({
  id: "addProductPicture",
  method: "POST",
  path: "/api/admin/products/:id/pictures",
  summary: "Uploads a picture (JPEG, PNG, WebP or AVIF) and adds it as the last one",
  allow: "catalog:write",
  params: byId,
  body: rawBody,
  reply: adminProductView,
  errors: [notFound, ...pictureErrors],
  accepts: [...pictureTypes],
  maxBodyBytes: maxPictureBytes,
});

export const arrangeProductPictures = endpoint({
  id: "arrangeProductPictures",
  method: "PUT",
  path: "/api/admin/products/:id/pictures",
  summary: "Orders, describes and ties pictures to option values; those left out are removed",
  allow: "catalog:write",
  params: byId,
  body: z.object({
    version: z.int().min(1),
    pictures: z
      .array(
        z
          .object({
            id: idSchema("picture"),
            /** The option value it shows, both or neither. */
            optionCode: code.nullable().default(null),
            valueCode: code.nullable().default(null),
            /** Alternative text by language; left out, it stays as it is. */
            alt: z.partialRecord(localeSchema, longText(300)).optional(),
          })
          .refine(({ optionCode, valueCode }) => (optionCode === null) === (valueCode === null), {
            error: "An option needs a value and a value its option",
          }),
      )
      .max(100),
  }),
  reply: adminProductView,
  errors: [notFound, conflict, unknownPicture],
});
