import { useParams } from "@tanstack/react-router";

/** A parameter of the page's address. It is there by the route's own path; its absence is a bug. */
export function usePageParam(name: string): string {
  const params = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const value = params[name];
  if (value === undefined) throw new Error(`This page's address has no "${name}"`);
  return value;
}
