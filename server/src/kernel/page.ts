import type { Shop } from "./endpoint.ts";
import type { Locale } from "./locale.ts";

/** What a page of the storefront is asked for. */
export interface PageRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  /** Fields of a posted form, each with all its values; empty for GET. */
  readonly form: ReadonlyMap<string, readonly string[]>;
  /** The cookies that a page may read and set: basket, market, consent. Never the session. */
  readonly cookies: PageCookies;
  /** From Accept-Language, for a first visit; the address decides afterwards. */
  readonly preferredLocale: Locale;
  /** The shopper's choice, if they made one. */
  readonly marketCode: string | null;
  readonly requestId: string;
}

export interface PageCookies {
  get(name: string): string | undefined;
  set(
    name: string,
    value: string,
    options: { readonly maxAge: number; readonly path?: string },
  ): void;
}

/** A page: what it shows, or where to go instead. */
export interface PageReply {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
  /** Set: redirects there (303 after a form, 301 for a moved address); a path of this shop. */
  readonly location?: string;
  /** Content tags that it shows: the page is the same for everyone and may be kept. Null: it is the shopper's own. */
  readonly tags: readonly string[] | null;
}

/** The storefront as the server sees it: one function that answers every address outside /api and /admin. */
export interface Storefront {
  respond(request: PageRequest, shop: ShopWithLocale): Promise<PageReply>;
}

/** A shop for this request in the locale and market that the page decided on. */
export type ShopWithLocale = (locale: Locale, marketCode: string | null) => Shop;
