import fontUrl from "@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url";
import type { Storefront } from "@shopwright/server/kernel/page";
import assets from "virtual:built-assets";
import { createStorefront } from "./storefront.ts";

const storefront = createStorefront({ ...assets, font: fontUrl });

/** The storefront as the server mounts it; see `Storefront` in the server's kernel/page.ts. */
export const respond: Storefront["respond"] = (request, shop) => storefront.respond(request, shop);
