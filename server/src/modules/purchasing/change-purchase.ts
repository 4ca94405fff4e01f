import { notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { receiveStock } from "../inventory/index.ts";
import { purchaseNotInState } from "./contract.ts";
import type { PurchaseState } from "./purchase-requests.ts";

interface Request {
  readonly variant_id: Uuid;
  readonly location_id: Uuid;
  readonly quantity: bigint;
  readonly state: PurchaseState;
}

/** Notes that the supplier was asked. */
export async function markPurchaseOrdered(
  ctx: Context,
  purchaseId: Uuid,
  note: string,
): Promise<void> {
  await lockRequest(ctx, purchaseId, ["open"]);
  await setState(ctx, purchaseId, "ordered");
  await recordAudit(ctx, "purchase.ordered", typeId("purchase", purchaseId), { note });
}

export interface PurchaseReceipt {
  /** Units that came. */
  readonly quantity: number;
  readonly unitCost: Money;
  readonly note: string;
}

/**
 * Books what came for a request into the warehouse that promised it. Backorders of that warehouse
 * are covered oldest first, so the goods may serve an older order than the one that asked. Of a part
 * delivery the rest stays as a request of its own; what came beyond the request is free for sale.
 */
export async function receivePurchase(
  ctx: Context,
  purchaseId: Uuid,
  receipt: PurchaseReceipt,
): Promise<void> {
  const request = await lockRequest(ctx, purchaseId, ["open", "ordered"]);
  const { quantity, unitCost, note } = receipt;
  const missing = Number(request.quantity) - quantity;
  if (missing > 0) await splitRequest(ctx, purchaseId, missing);
  await setState(ctx, purchaseId, "received");
  await receiveStock(ctx, {
    locationId: request.location_id,
    note,
    cause: { type: "purchase_receipt", id: purchaseId },
    lines: [{ variantId: request.variant_id, lot: "", quantity, unitCost }],
  });
}

export async function cancelPurchase(
  ctx: Context,
  purchaseId: Uuid,
  reason: string,
): Promise<void> {
  await lockRequest(ctx, purchaseId, ["open", "ordered"]);
  await setState(ctx, purchaseId, "cancelled");
  await recordAudit(ctx, "purchase.cancelled", typeId("purchase", purchaseId), { reason });
}

async function lockRequest(
  ctx: Context,
  purchaseId: Uuid,
  states: readonly PurchaseState[],
): Promise<Request> {
  const request = await ctx.db.maybe<Request>(sql`
    select variant_id, location_id, quantity, state
    from purchasing.purchase_request where id = ${purchaseId} for update`);
  if (request === null) return refuse(notFound);
  if (!states.includes(request.state)) refuse(purchaseNotInState, { state: request.state });
  return request;
}

async function setState(ctx: Context, purchaseId: Uuid, state: PurchaseState): Promise<void> {
  await ctx.db.run(sql`
    update purchasing.purchase_request
    set state = ${state}, changed_at = ${ctx.now}, changed_by = ${actorOf(ctx)}
    where id = ${purchaseId}`);
}

async function splitRequest(ctx: Context, purchaseId: Uuid, missing: number): Promise<void> {
  await ctx.db.run(sql`
    with rest as (
      insert into purchasing.purchase_request
        (id, variant_id, location_id, order_id, order_line_id, quantity, state, needed_by,
         requested_at, changed_at, changed_by)
      select ${newId()}::uuid, variant_id, location_id, order_id, order_line_id, ${missing}::bigint,
             'ordered', needed_by, requested_at, ${ctx.now}::timestamptz, ${actorOf(ctx)}::text
      from purchasing.purchase_request where id = ${purchaseId}
    )
    update purchasing.purchase_request set quantity = quantity - ${missing}::bigint
    where id = ${purchaseId}`);
}
