import { present } from "../../kernel/assert.ts";
import type { Context } from "../../platform/context.ts";
import { external } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { getSettings } from "../settings/index.ts";
import { parseVatId, type VatId } from "./vat-id.ts";

/** Asks a register of VAT ids. Answers within its own time limit and never throws. */
export interface VatRegister {
  readonly name: string;
  /** `requester`: the shop's own VAT id, for a proof that it asked; null when it has none. */
  ask(vatId: VatId, requester: VatId | null): Promise<VatIdAnswer>;
}

export type VatIdAnswer =
  | {
      readonly state: "valid" | "invalid";
      readonly name: string;
      readonly address: string;
      readonly consultationNumber: string | null;
    }
  | { readonly state: "unavailable" };

const nobody: VatRegister = { name: "none", ask: async () => ({ state: "unavailable" }) };
let register: VatRegister = nobody;

/** Called once a process, by `connectProviders`; null: nobody can be asked. */
export function setVatRegister(connected: VatRegister | null): void {
  register = connected ?? nobody;
}

/**
 * Asks the register about a VAT id and keeps the answer, in three phases; may be repeated at any point. No
 * answer is kept as such and never takes the place of a yes or no that is still young enough.
 */
export async function checkVatId(edge: Edge, text: string): Promise<void> {
  const vatId = present(parseVatId(text), "a VAT id that can be one");
  const { vatId: ours } = await getSettings(edge.reading(), "shop");
  const answer = await external(() => register.ask(vatId, parseVatId(ours)));
  await edge.transaction((ctx) => keepAnswer(ctx, vatId.vatId, answer));
}

async function keepAnswer(ctx: Context, vatId: string, answer: VatIdAnswer): Promise<void> {
  const { vatIdDays } = await getSettings(ctx, "tax");
  if (answer.state === "unavailable") {
    await ctx.db.run(sql`
      insert into tax.vat_id as v (vat_id, state, asked_at, check_at)
      values (${vatId}, 'unavailable', ${ctx.now}, ${ctx.now}::timestamptz + interval '15 minutes')
      on conflict (vat_id) do update
        set state = case when v.checked_at > ${ctx.now}::timestamptz - make_interval(days => ${vatIdDays})
                    then v.state else 'unavailable' end,
            asked_at = excluded.asked_at, check_at = excluded.check_at`);
    return;
  }
  await ctx.db.run(sql`
    insert into tax.vat_id (vat_id, state, name, address, consultation_number, checked_at, asked_at)
    values (${vatId}, ${answer.state}, ${answer.name}, ${answer.address}, ${answer.consultationNumber},
            ${ctx.now}, ${ctx.now})
    on conflict (vat_id) do update
      set state = excluded.state, name = excluded.name, address = excluded.address,
          consultation_number = excluded.consultation_number, checked_at = excluded.checked_at,
          asked_at = excluded.asked_at, check_at = null`);
}

/** Remembers that a customer ordered under a VAT id. One round trip. */
export async function noteVatIdUse(ctx: Context, customerId: string, vatId: string): Promise<void> {
  await ctx.db.run(sql`
    insert into tax.customer_vat_id (customer_id, vat_id, used_at)
    values (${customerId}, ${vatId}, ${ctx.now})
    on conflict (customer_id, vat_id) do update set used_at = excluded.used_at`);
}
