import type { FastifyRequest } from "fastify";

/**
 * Whether a request that changes something comes from our own pages, as far as the browser says.
 * Browsers that send Sec-Fetch-Site have judged it themselves, also where they hide the origin; others
 * name an origin; programs name none and carry no cookies that anyone could misuse.
 */
export function isFromOurPages(
  request: Pick<FastifyRequest, "headers" | "host">,
  publicUrl: string,
): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = request.headers;
  if (origin === undefined || origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
