import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import type { ProductTypeInput } from "./attribute-contract.ts";
import { saveType } from "./change-product-type.ts";
import { proposedAttributes } from "./product-type.ts";

/** Writes new product types. @returns their ids by code */
export async function importTypes(
  ctx: Context,
  types: readonly ProductTypeInput[],
): Promise<Map<string, Uuid>> {
  const ids = new Map<string, Uuid>();
  for (const type of types) {
    const id = newId();
    await saveType(ctx, id, type, proposedAttributes([], type), 1);
    ids.set(type.code, id);
  }
  return ids;
}
