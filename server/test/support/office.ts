import { randomUUID } from "node:crypto";
import { readOrder } from "../../src/modules/desk/contract.ts";
import type { shipParcel } from "../../src/modules/fulfilment/contract.ts";
import type { DeskOrderView } from "../../src/modules/desk/contract.ts";
import type { CallInput } from "../../src/kernel/endpoint.ts";
import type { ApiClient } from "./api-client.ts";
import { eventually } from "./waiting.ts";

/** The order as staff see it. */
export function deskOrder(staff: ApiClient, orderId: string): Promise<DeskOrderView> {
  return staff.call(readOrder, { params: { orderId } });
}

/** The id of the work that a warehouse has for this order; waits for it. */
export function workFor(staff: ApiClient, orderId: string): Promise<string> {
  return eventually(`work for ${orderId}`, async () => {
    const order = await deskOrder(staff, orderId);
    return order.fulfilmentOrders.find((each) => each.state !== "cancelled")?.id ?? null;
  });
}

/** The request that sends everything left of a piece of work. */
export function parcelOf(work: string): CallInput<typeof shipParcel> {
  return {
    params: { id: work },
    body: { carrier: "dhl", trackingNumber: "00340434292135100186" },
    idempotencyKey: randomUUID(),
  };
}
