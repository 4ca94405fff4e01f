import type { PageReply } from "@shopwright/server/kernel/page";
import type { ComponentChild, VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** A finished page. `tags` null: it is the shopper's own and is never kept. */
export function htmlReply(
  document: VNode,
  tags: readonly string[] | null,
  status = 200,
): PageReply {
  return {
    status,
    body: `<!DOCTYPE html>${renderToString(document)}`,
    contentType: "text/html; charset=utf-8",
    tags,
  };
}

/** A piece of a page, for an island to put in its place. */
export function fragmentReply(content: ComponentChild, tags: readonly string[] | null): PageReply {
  return {
    status: 200,
    body: renderToString(<>{content}</>),
    contentType: "text/html; charset=utf-8",
    tags,
  };
}

export function textReply(
  body: string,
  contentType: string,
  tags: readonly string[] | null,
): PageReply {
  return { status: 200, body, contentType, tags };
}

/** Sends the browser elsewhere: 303 after a form, 301 for a moved address, 302 for now only. */
export function redirect(location: string, status: 301 | 302 | 303 = 303): PageReply {
  return { status, body: "", contentType: "text/plain; charset=utf-8", location, tags: null };
}
