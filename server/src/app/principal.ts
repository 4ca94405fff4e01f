import type { FastifyRequest } from "fastify";
import { resolvePrincipal } from "../modules/identity/index.ts";
import type { Config } from "../platform/config.ts";
import { anonymous, type Principal } from "../platform/context.ts";
import type { CookieJar } from "../platform/cookies.ts";
import type { Database } from "../platform/db.ts";
import type { Area } from "../platform/serve.ts";

/** Who is behind a request. Webhooks carry no session: their signatures are checked where they land. */
export function principalOf(database: Database, _config: Config) {
  return async (_request: FastifyRequest, cookies: CookieJar, area: Area): Promise<Principal> => {
    if (area === "webhooks") return anonymous;
    return resolvePrincipal(database, cookies, area);
  };
}
