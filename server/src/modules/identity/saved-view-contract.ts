import { z } from "zod";
import { endpoint, nothing } from "../../kernel/endpoint.ts";
import { badRequest, conflict, errorKind, notFound } from "../../kernel/errors.ts";
import { idSchema, idView, text } from "../../kernel/wire.ts";

export const viewNameTaken = errorKind(
  "view_name_taken",
  409,
  "Another of your views of this list has this name",
);
/** details.limit: of one member of staff for one list. */
export const tooManyViews = errorKind("too_many_views", 409, "These are too many views");

/** A list of the back office: "orders". */
const list = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** Filters as a query without "?", which the page reads like any other address. */
const address = z
  .string()
  .max(2000)
  .regex(/^[\x21-\x7e]*$/);
const viewParams = z.object({ id: idSchema("saved_view") });

export const savedView = z.object({
  id: idView("saved_view"),
  name: z.string(),
  address: z.string(),
  /** The whole staff sees it. */
  shared: z.boolean(),
  /** Who made it. */
  by: z.string(),
  /** May whoever asks rename, share or delete it? */
  editable: z.boolean(),
  /** The list opens with it, for whoever asks. */
  first: z.boolean(),
  version: z.int(),
});
export type SavedView = z.output<typeof savedView>;

export const listViews = endpoint({
  id: "listViews",
  method: "GET",
  path: "/api/admin/me/views",
  summary: "Views of a list: my own, then those that others share",
  allow: "staff",
  query: z.object({ list }),
  reply: z.array(savedView),
  errors: [badRequest],
});

export const saveView = endpoint({
  id: "saveView",
  method: "POST",
  path: "/api/admin/me/views",
  summary: "Saves filters as a view of mine; one of the same name is replaced",
  allow: "staff",
  body: z.object({ list, name: text(40), address, shared: z.boolean() }),
  reply: savedView,
  errors: [badRequest, tooManyViews],
});

export const changeView = endpoint({
  id: "changeView",
  method: "PATCH",
  path: "/api/admin/me/views/:id",
  summary: "Renames or shares a view: one's own; shared ones also who looks after the staff",
  allow: "staff",
  params: viewParams,
  body: z.object({ version: z.int(), name: text(40), shared: z.boolean() }),
  reply: savedView,
  errors: [badRequest, notFound, conflict, viewNameTaken],
});

export const deleteView = endpoint({
  id: "deleteView",
  method: "DELETE",
  path: "/api/admin/me/views/:id",
  summary: "Deletes a view: one's own; shared ones also who looks after the staff",
  allow: "staff",
  params: viewParams,
  reply: nothing,
  errors: [notFound],
});

export const chooseFirstView = endpoint({
  id: "chooseFirstView",
  method: "PUT",
  path: "/api/admin/me/first-view",
  summary: "Has a list open with this view for me, or with everything",
  allow: "staff",
  body: z.object({ list, view: idSchema("saved_view").nullable() }),
  reply: nothing,
  errors: [badRequest, notFound],
});
