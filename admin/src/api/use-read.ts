import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import type { CallInput, Endpoint, ReplyOf } from "@shopwright/server/kernel/endpoint";
import { call } from "./shop.ts";

/** Under which an endpoint's answer is kept; the first part names all answers of that endpoint. */
export function readKey<E extends Endpoint>(endpoint: E, input?: CallInput<E>): readonly unknown[] {
  return input === undefined ? [endpoint.id] : [endpoint.id, input];
}

interface ReadOptions {
  readonly enabled?: boolean;
  /** Asks again every so many milliseconds while the page is looked at. */
  readonly every?: number;
}

/** Reads one thing. While a changed input loads, the answer before stays, so nothing jumps. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  { enabled = true, every }: ReadOptions = {},
): UseQueryResult<ReplyOf<E>> {
  return useQuery({
    queryKey: readKey(endpoint, input),
    // React Query knows no undefined answer; an endpoint that replies nothing gives null.
    queryFn: async () => (await call(endpoint, input)) ?? (null as ReplyOf<E>),
    enabled,
    placeholderData: keepPreviousData,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

/** An endpoint that lists by keyset: `after` in the query, `{ items, next }` in the reply. */
type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };
type ItemOf<E extends Endpoint> =
  ReplyOf<E> extends { items: readonly (infer Item)[] } ? Item : never;

export interface List<Item> {
  readonly rows: readonly Item[];
  /** True until the first page has come. */
  readonly loading: boolean;
  /** True while rows of an earlier filter are still shown. */
  readonly changing: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** Reads a list page by page; `loadMore` appends the next page. */
export function useList<E extends Endpoint>(
  endpoint: E,
  input: Omit<CallInput<E>, "idempotencyKey">,
  { enabled = true, every }: ReadOptions = {},
): List<ItemOf<E>> {
  const result = useInfiniteQuery({
    queryKey: [endpoint.id, "list", input],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const { query, ...rest } = input as { query?: object };
      const asked = {
        ...rest,
        query: { ...query, ...(pageParam === null ? {} : { after: pageParam }) },
      };
      return (await call(endpoint, asked as unknown as CallInput<E>)) as Page<ItemOf<E>>;
    },
    getNextPageParam: (last) => last.next,
    enabled,
    placeholderData: keepPreviousData,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
  return {
    rows: result.data?.pages.flatMap((page) => page.items) ?? [],
    loading: result.isPending,
    changing: result.isPlaceholderData,
    error: result.error,
    hasMore: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    reload: () => void result.refetch(),
  };
}
