import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { cancelUnits } from "./cancel-order.ts";
import type { changeOrdersAtOnce } from "./contract.ts";
import { hold, release, writeNote } from "./hold-and-note.ts";

type Action = InputOf<typeof changeOrdersAtOnce>["body"]["action"];

/** One action on many orders, each in a transaction of its own: what one refuses does not stop the others. */
export async function answerBulk(
  edge: Edge,
  { body: { orderIds, action } }: InputOf<typeof changeOrdersAtOnce>,
): Promise<ReplyOf<typeof changeOrdersAtOnce>> {
  const results = [];
  for (const orderId of new Set(orderIds)) {
    const error = await refusalOf(edge.transaction((ctx) => change(ctx, orderId, action)));
    results.push({ orderId: typeId("order", orderId), done: error === null, error });
  }
  return { results };
}

function change(ctx: Context, orderId: Uuid, action: Action): Promise<void> {
  switch (action.kind) {
    case "hold":
      return hold(ctx, orderId, action.reason);
    case "release":
      return release(ctx, orderId);
    case "cancel":
      return cancelUnits(ctx, orderId, action.reason);
    case "note":
      return writeNote(ctx, orderId, action.text);
  }
}

/** The code of a named refusal, null when it was done; a bug is thrown on. */
async function refusalOf(work: Promise<void>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.kind.code;
    throw error;
  }
}
