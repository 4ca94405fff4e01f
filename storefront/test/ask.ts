import type { Shop } from "@shopwright/server/kernel/endpoint";
import type { PageReply, PageRequest } from "@shopwright/server/kernel/page";
import { createStorefront } from "../src/storefront.ts";

const storefront = createStorefront({
  script: "/assets/main-test.js",
  styles: ["/assets/main-test.css"],
  font: "/assets/font-test.woff2",
});

/** What the storefront answers to a request, with this shop behind it. */
export function ask(request: PageRequest, shop: Shop): Promise<PageReply> {
  return storefront.respond(request, () => shop);
}
