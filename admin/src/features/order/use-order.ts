import { useQueryClient } from "@tanstack/react-query";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";
import { countOrders, listOrders, readOrder } from "@shopwright/server/contracts/desk";
import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { listFulfilments, listShipments } from "@shopwright/server/contracts/fulfilment";
import type { CallInput, Endpoint, ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useAction } from "../../api/use-action.ts";
import { readKey, useRead } from "../../api/use-read.ts";

export function useOrder(orderId: string): UseQueryResult<DeskOrderView> {
  return useRead(readOrder, { params: { orderId } }, { every: 20_000 });
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
    },
  });
}
