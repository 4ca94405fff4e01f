import { z } from "zod";
import { endpoint, nothing } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/errors.ts";
import { idSchema, idView } from "../../kernel/wire.ts";
import { redirectLoop } from "./errors.ts";

export const redirectView = z.object({
  id: idView("redirect"),
  /** Without the language and in lower case: /old-chair. */
  from: z.string(),
  /** A path of this shop, without the language. */
  to: z.string(),
});
export type RedirectView = z.output<typeof redirectView>;

const path = (shape: RegExp) =>
  z
    .string()
    .trim()
    .max(500)
    .regex(shape)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const oldPath = path(/^\/(?![/\\])[^\s\\?#]+$/);
const newPath = path(/^\/(?![/\\])[^\s\\]*$/);

export const findRedirect = endpoint({
  id: "findRedirect",
  method: "GET",
  path: "/api/store/redirects",
  summary: "Where what stood at an old address is now; null: nowhere",
  allow: "anyone",
  query: z.object({ path: z.string().max(1000) }),
  reply: z.object({ to: z.string().nullable() }),
});

export const listRedirects = endpoint({
  id: "listRedirects",
  method: "GET",
  path: "/api/admin/redirects",
  summary: "Old addresses with where they lead, in their order",
  allow: "content:read",
  query: z.object({
    q: z
      .string()
      .trim()
      .max(100)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u)
      .optional(),
    after: z
      .string()
      .max(600)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u)
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(redirectView), next: z.string().nullable() }),
});

export const saveRedirect = endpoint({
  id: "saveRedirect",
  method: "PUT",
  path: "/api/admin/redirects",
  summary: "Leads an old address to a page of the shop",
  allow: "content:write",
  body: z.object({ from: oldPath, to: newPath }),
  reply: redirectView,
  errors: [redirectLoop],
});

export const deleteRedirect = endpoint({
  id: "deleteRedirect",
  method: "DELETE",
  path: "/api/admin/redirects/:id",
  summary: "Forgets an old address",
  allow: "content:write",
  params: z.object({ id: idSchema("redirect") }),
  reply: nothing,
  errors: [notFound],
});
