import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { attemptsOf } from "./attempt-row.ts";
import { creditProviders } from "./registry.ts";

/** By which means the money of a refund goes: each once, providers by name, gift-card and store-credit. */
export async function refundWays(
  ctx: Context,
  orderId: Uuid,
  refundId: Uuid,
): Promise<readonly string[]> {
  const attempts = await attemptsOf(ctx, orderId);
  const ways = attempts.flatMap(({ provider, operations }) =>
    operations
      .filter((each) => each.kind === "refund" && each.causeId === refundId)
      .map(({ paidTo }) => (paidTo === null ? provider : creditProviders[paidTo.kind])),
  );
  return [...new Set(ways)];
}
