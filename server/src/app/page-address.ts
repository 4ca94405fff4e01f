/**
 * The address of a page that was asked for: always on our own origin. A request line may name another
 * host ("//elsewhere.example/x", "http://elsewhere.example/x"); pages build links for search engines from
 * this address, and those must not lead there.
 */
export function pageAddress(asked: string, publicUrl: string): URL {
  const path = asked.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/^[/\\]+/, "");
  return new URL(`/${path}`, publicUrl);
}
