/** Parts of addresses that are a right in themselves: whoever knows them sees an order or a basket. */
const rights = /(\/(?:order|by-link|carts)\/)[^/?]+/g;

/** A request's path as logs show it: without its query, and without what would let their reader in. */
export function loggedPath(url: string): string {
  return (url.split("?")[0] ?? "").replaceAll(rights, "$1…");
}
