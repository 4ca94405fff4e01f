import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { sql } from "../../platform/sql.ts";
import { lockOrder, orderLines } from "../orders/index.ts";
import { refundWays } from "../payments/index.ts";
import type { LinePart } from "./document.ts";
import { issueDocument } from "./issue-document.ts";
import { bookDocument } from "./issue-invoice.ts";

export interface Crediting {
  readonly orderId: Uuid;
  readonly refundId: Uuid;
  readonly reason: string;
  /** What goes back of each invoiced line. */
  readonly parts: readonly LinePart[];
}

/**
 * Credits what was refunded of invoiced lines: the document and its journal entry, which takes back
 * revenue and tax. Once for each refund, however often asked.
 * @returns its label, or null when it had been issued before or there is nothing to credit
 */
export async function issueCreditNote(
  ctx: Context,
  { orderId, refundId, reason, parts }: Crediting,
): Promise<string | null> {
  if (parts.length === 0) return null;
  const order = await lockOrder(ctx, orderId);
  const known = await ctx.db.all<Known>(sql`
    select id, label, refund_id as "refundId",
      jsonb_path_query_array(content, '$.lines[*].orderLineId') as "lineIds"
    from invoicing.document where order_id = ${orderId} order by issued_at, id`);
  if (known.some((each) => each.refundId === refundId)) return null;
  const corrects = invoiceOf(known, parts);
  const lines = await orderLines(ctx, orderId);
  const [way] = await refundWays(ctx, orderId, refundId);
  const issued = await issueDocument(ctx, {
    kind: "credit_note",
    order,
    lines,
    parts,
    shipmentId: null,
    refundId,
    corrects,
    reason,
    ...(way === undefined ? {} : { paymentMethod: way }),
  });
  await bookDocument(ctx, order, issued);
  failpoint("refund.credited");
  return issued.content.label;
}

interface Known {
  readonly id: Uuid;
  readonly label: string;
  readonly refundId: Uuid | null;
  readonly lineIds: readonly Uuid[];
}

/** The last invoice that has one of these lines: a document names one that it corrects. */
function invoiceOf(known: readonly Known[], parts: readonly LinePart[]): Known | null {
  const has = (each: Known) => parts.some((part) => each.lineIds.includes(part.orderLineId));
  return known.findLast((each) => each.refundId === null && has(each)) ?? null;
}
