import { refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { getSettings } from "../settings/index.ts";
import { checkVatId } from "./check-vat-id.ts";
import { vatIdMalformed, type VatIdView } from "./contract.ts";
import { type KnownVatId, vatIdViewOf } from "./known-vat-id.ts";
import { parseVatId } from "./vat-id.ts";

/** What is known of a VAT id, without asking anybody. */
export async function readVatId(ctx: Context, text: string): Promise<VatIdView> {
  const { vatId } = parseVatId(text) ?? refuse(vatIdMalformed);
  const { vatIdDays: days } = await getSettings(ctx, "tax");
  const known = await ctx.db.maybe<KnownVatId>(sql`
    select vat_id as "vatId", state, name, consultation_number as "consultationNumber",
           checked_at::text as "checkedAt", asked_at::text as "askedAt"
    from tax.vat_id where vat_id = ${vatId}`);
  return vatIdViewOf(vatId, known, { now: ctx.now, days });
}

/** Asks now, however young the last answer is. */
export async function checkNow(edge: Edge, text: string): Promise<VatIdView> {
  const { vatId } = parseVatId(text) ?? refuse(vatIdMalformed);
  await checkVatId(edge, vatId);
  return readVatId(edge.reading(), vatId);
}
