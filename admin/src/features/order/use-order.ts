import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";
import { countOrders, listOrders, readOrder } from "@shopwright/server/contracts/desk";
import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { listFulfilments, listShipments } from "@shopwright/server/contracts/fulfilment";
import type { CallInput, Endpoint, ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useAction } from "../../api/use-action.ts";
import { call } from "../../api/shop.ts";
import { readKey } from "../../api/use-read.ts";

/** The order, asked again every 20 seconds; every two while a provider or a job has it in hand. */
export function useOrder(orderId: string): UseQueryResult<DeskOrderView> {
  const input = { params: { orderId } };
  return useQuery({
    queryKey: readKey(readOrder, input),
    queryFn: () => call(readOrder, input),
    refetchInterval: ({ state }) =>
      state.data !== undefined && inMotion(state.data) ? 2_000 : 20_000,
  });
}

const settling: readonly string[] = ["authorising", "capturing", "voiding", "refunding", "unknown"];

function inMotion(order: DeskOrderView): boolean {
  return (
    order.attempts.some((attempt) => settling.includes(attempt.state)) ||
    order.refunds.some((refund) => refund.state === "pending") ||
    order.shipments.some((parcel) => parcel.state === "capturing")
  );
}

/** Lists on which a change of an order shows. */
const around: readonly Endpoint[] = [listOrders, countOrders, listFulfilments, listShipments];

/** An action that answers with the order as it is now; the page shows that at once. */
export function useOrderAction<E extends Endpoint>(
  endpoint: E,
  onDone?: (order: DeskOrderView) => void,
): UseMutationResult<ReplyOf<E>, Error, Omit<CallInput<E>, "idempotencyKey">> {
  const client = useQueryClient();
  return useAction(endpoint, {
    changes: around,
    onDone: (reply) => {
      // Every endpoint given here replies with the order; the desk's contract says so.
      const order = reply as DeskOrderView;
      client.setQueryData(readKey(readOrder, { params: { orderId: order.id } }), order);
      onDone?.(order);
      // What follows by jobs (warehouse work, documents, mails) is there a moment later.
      setTimeout(() => void client.invalidateQueries({ queryKey: [readOrder.id] }), 1_500);
    },
  });
}
