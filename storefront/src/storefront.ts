import { findRedirect } from "@shopwright/server/contracts/content";
import type {
  PageReply,
  PageRequest,
  ShopWithLocale,
  Storefront,
} from "@shopwright/server/kernel/page";
import type { Refusal } from "@shopwright/server/kernel/errors";
import { pathIn, splitLocale, withQuery } from "./addresses.ts";
import { messagesIn } from "./locales/index.ts";
import { errorPage, faultPage } from "./pages/error.tsx";
import { notFoundPage } from "./pages/not-found.tsx";
import { redirect } from "./reply.tsx";
import { refusalOf } from "./refusal.ts";
import { matchRoute } from "./route-match.ts";
import { pages } from "./routes.ts";
import type { Assets, Page, Visit } from "./visit.ts";

/** The shop's face: answers every address that the server has nothing else for. */
export function createStorefront(assets: Assets): Storefront {
  return { respond: (request, shopWithLocale) => respond(request, shopWithLocale, assets) };
}

async function respond(
  request: PageRequest,
  shopWithLocale: ShopWithLocale,
  assets: Assets,
): Promise<PageReply> {
  const { locale, path } = splitLocale(request.url.pathname);
  const found = findPage(path);
  const visit: Visit = {
    request,
    locale,
    path,
    params: found?.params ?? {},
    query: request.url.searchParams,
    text: messagesIn(locale),
    shop: shopWithLocale(locale, request.marketCode),
    assets,
  };
  try {
    return await answerOrExplain(found?.page ?? null, visit);
  } catch (error) {
    return faulty(visit, error);
  }
}

function findPage(path: string): { page: Page; params: Record<string, string> } | null {
  for (const page of pages) {
    const params = matchRoute(page.pattern, path);
    if (params !== null) return { page, params };
  }
  return null;
}

/** Refusals that no page has words for become pages of their own; faults are thrown on. */
async function answerOrExplain(page: Page | null, visit: Visit): Promise<PageReply> {
  const answer = visit.request.method === "POST" ? page?.post : page?.get;
  if (page === null || (answer === undefined && visit.request.method === "POST")) {
    return movedOrNotFound(visit);
  }
  // The address of a form, opened by hand.
  if (answer === undefined) return redirect(pathIn(visit.locale, "/"), 302);
  try {
    return await answer(visit);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    if (refusal.kind.status === 404 || isNoAddress(refusal)) return await movedOrNotFound(visit);
    if (refusal.kind.code === "sign_in_required") return signInFirst(visit);
    return await errorPage(visit, refusal.kind.code, refusal.kind.status);
  }
}

/** What stands in the address has not even the form of a name that we give: it leads nowhere. */
function isNoAddress({ kind, details }: Refusal): boolean {
  if (kind.code !== "bad_request") return false;
  const problems = (details as { problems?: readonly { path: string }[] } | undefined)?.problems;
  return problems?.every(({ path }) => path === "path" || path.startsWith("path.")) ?? false;
}

/** An old address that the shop remembers leads to where its page is now. */
async function movedOrNotFound(visit: Visit): Promise<PageReply> {
  if (visit.request.method === "GET" && visit.path.length <= 500) {
    const { to } = await visit.shop.call(findRedirect, { query: { path: visit.path } });
    if (to !== null) return redirect(pathIn(visit.locale, to), 301);
  }
  return notFoundPage(visit);
}

function signInFirst(visit: Visit): PageReply {
  const back = pathIn(visit.locale, visit.path);
  return redirect(withQuery(pathIn(visit.locale, "/account/sign-in"), { return: back }));
}

/** A bug: the shopper gets a page, whoever runs the shop gets the whole of it in the log. */
function faulty(visit: Visit, error: unknown): PageReply {
  const { requestId } = visit.request;
  const said = error instanceof Error ? error.stack : String(error);
  console.error(JSON.stringify({ level: "error", msg: "bug in a page", requestId, said }));
  return faultPage(visit);
}
