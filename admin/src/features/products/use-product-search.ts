import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { listAdminProducts } from "@shopwright/server/contracts/catalog";
import type { CallInput, ReplyOf } from "@shopwright/server/kernel/endpoint";
import { call } from "../../api/shop.ts";
import type { List } from "../../api/use-read.ts";

export type ProductRow = ReplyOf<typeof listAdminProducts>["products"][number];

/** The products that match, page by page, in the shape that tables take. */
export function useProductList(
  query: CallInput<typeof listAdminProducts>["query"],
): List<ProductRow> {
  const result = useInfiniteQuery({
    queryKey: [listAdminProducts.id, "list", query],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      call(listAdminProducts, {
        query: { ...query, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  return {
    rows: result.data?.pages.flatMap((page) => page.products) ?? [],
    loading: result.isPending,
    changing: result.isPlaceholderData,
    error: result.error,
    hasMore: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    reload: () => void result.refetch(),
  };
}
