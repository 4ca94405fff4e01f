import { useSearch } from "@tanstack/react-router";

/** The secret of a link from a mail; null when the address carries none. */
export function useLinkToken(): string | null {
  const { token } = useSearch({ strict: false }) as { readonly token?: unknown };
  return typeof token === "string" && token !== "" ? token : null;
}
