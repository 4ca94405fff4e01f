import type {
  PageReply,
  PageRequest,
  ShopWithLocale,
  Storefront,
} from "@shopwright/server/kernel/page";
import { pathIn, splitLocale } from "./addresses.ts";
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
  if (found === null) return notFoundPage(visit);
  const answer = request.method === "POST" ? found.page.post : found.page.get;
  if (answer === undefined) {
    // The address of a form opened by hand; a form sent to an address that takes none is a mistake.
    return request.method === "GET" ? redirect(pathIn(locale, "/"), 302) : notFoundPage(visit);
  }
  return answerOrExplain(answer, visit);
}

function findPage(path: string): { page: Page; params: Record<string, string> } | null {
  for (const page of pages) {
    const params = matchRoute(page.pattern, path);
    if (params !== null) return { page, params };
  }
  return null;
}

/** Refusals that no page has words for become pages of their own; faults stay faults. */
async function answerOrExplain(
  answer: (visit: Visit) => Promise<PageReply>,
  visit: Visit,
): Promise<PageReply> {
  try {
    return await answer(visit);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) return faulty(visit, error);
    if (refusal.kind.status === 404) return notFoundPage(visit);
    if (refusal.kind.code === "sign_in_required") {
      const back = encodeURIComponent(pathIn(visit.locale, visit.path));
      return redirect(`${pathIn(visit.locale, "/account/sign-in")}?return=${back}`);
    }
    return errorPage(visit, refusal.kind.code, refusal.kind.status);
  }
}

/** A bug: the shopper gets a page, whoever runs the shop gets the whole of it in the log. */
function faulty(visit: Visit, error: unknown): PageReply {
  const { requestId } = visit.request;
  const said = error instanceof Error ? error.stack : String(error);
  console.error(JSON.stringify({ level: "error", msg: "bug in a page", requestId, said }));
  return faultPage(visit);
}
