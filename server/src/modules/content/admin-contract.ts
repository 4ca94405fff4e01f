import { z } from "zod";
import { endpoint, nothing } from "../../kernel/endpoint.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { idSchema, idView, localeSchema } from "../../kernel/wire.ts";
import { pageBuiltIn, pageHandleTaken, pageSlugTaken } from "./errors.ts";
import { homeSchema, pageKinds, pageTextsSchema, slugSchema } from "./shapes.ts";

const version = z.int().min(1);
const position = z.int().min(0).max(100_000);

export const adminPageLinkView = z.object({
  id: idView("content_page"),
  handle: z.string(),
  kind: z.enum(pageKinds),
  /** Other pages link to it: it can be hidden but not deleted. */
  builtIn: z.boolean(),
  position: z.int(),
  published: z.boolean(),
  version: z.int(),
  titles: z.partialRecord(localeSchema, z.string()),
});
export type AdminPageLinkView = z.output<typeof adminPageLinkView>;

export const adminPageView = adminPageLinkView.omit({ titles: true }).extend({
  texts: z.partialRecord(
    localeSchema,
    z.object({
      slug: z.string(),
      title: z.string(),
      description: z.string(),
      body: z.string(),
    }),
  ),
});
export type AdminPageView = z.output<typeof adminPageView>;

const byId = z.object({ id: idSchema("content_page") });

export const listAdminPages = endpoint({
  id: "listAdminPages",
  method: "GET",
  path: "/api/admin/pages",
  summary: "All pages of text, hidden ones too, in the order of the menu",
  allow: "content:read",
  reply: z.object({ pages: z.array(adminPageLinkView) }),
});

export const getAdminPage = endpoint({
  id: "getAdminPage",
  method: "GET",
  path: "/api/admin/pages/:id",
  summary: "A page with its texts as they are edited",
  allow: "content:read",
  params: byId,
  reply: adminPageView,
  errors: [notFound],
});

export const newPageSchema = z.object({
  handle: slugSchema,
  kind: z.enum(pageKinds),
  position,
  texts: pageTextsSchema,
});

export const createPage = endpoint({
  id: "createPage",
  method: "POST",
  path: "/api/admin/pages",
  summary: "Adds a page, hidden until it is published; its handle stays",
  allow: "content:write",
  body: newPageSchema,
  reply: adminPageView,
  errors: [pageHandleTaken, pageSlugTaken],
});

export const changedPageSchema = newPageSchema.omit({ handle: true }).extend({ version });

export const changePage = endpoint({
  id: "changePage",
  method: "PUT",
  path: "/api/admin/pages/:id",
  summary: "Changes a page's texts, kind and place",
  allow: "content:write",
  params: byId,
  body: changedPageSchema,
  reply: adminPageView,
  errors: [notFound, conflict, pageSlugTaken],
});

export const changePagePublication = endpoint({
  id: "changePagePublication",
  method: "PUT",
  path: "/api/admin/pages/:id/publication",
  summary: "Publishes or hides a page",
  allow: "content:write",
  params: byId,
  body: z.object({ version, published: z.boolean() }),
  reply: adminPageView,
  errors: [notFound, conflict],
});

export const deletePage = endpoint({
  id: "deletePage",
  method: "DELETE",
  path: "/api/admin/pages/:id",
  summary: "Deletes a page that the shop came without",
  allow: "content:write",
  params: byId,
  reply: nothing,
  errors: [notFound, pageBuiltIn],
});

/** Version 0: nothing was saved yet and the built-in words apply. */
export const adminHomeView = homeSchema.extend({ version: z.int().min(0) });
export type AdminHomeView = z.output<typeof adminHomeView>;

export const getAdminHome = endpoint({
  id: "getAdminHome",
  method: "GET",
  path: "/api/admin/home",
  summary: "The home page's words as they are edited",
  allow: "content:read",
  reply: adminHomeView,
});

export const changeHome = endpoint({
  id: "changeHome",
  method: "PUT",
  path: "/api/admin/home",
  summary: "Changes the home page's words and pictures",
  allow: "content:write",
  body: adminHomeView,
  reply: adminHomeView,
  errors: [conflict],
});
