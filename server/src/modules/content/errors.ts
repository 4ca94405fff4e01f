import { errorKind } from "../../kernel/errors.ts";

export const pageHandleTaken = errorKind("page_handle_taken", 409, "Another page has this handle");
export const pageSlugTaken = errorKind(
  "page_slug_taken",
  409,
  "Another page has this address in this language",
);
export const pageBuiltIn = errorKind(
  "page_built_in",
  409,
  "The shop links to this page; it can be hidden but not deleted",
);
/** details: `{ from, to }` */
export const redirectLoop = errorKind(
  "redirect_loop",
  409,
  "This address would lead back to itself",
);
