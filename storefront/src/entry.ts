import fontUrl from "@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url";
import assets from "virtual:built-assets";
import { createStorefront } from "./storefront.ts";

/** The storefront as the server mounts it; see `Storefront` in the server's kernel/page.ts. */
export const { respond } = createStorefront({ ...assets, font: fontUrl });
