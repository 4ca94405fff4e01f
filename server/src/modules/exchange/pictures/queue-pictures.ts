import { newId, type Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { sql } from "../../../platform/sql.ts";
import type { ProductPlan } from "../products/product-plan.ts";
import { fetchPictures } from "./fetch-pictures.ts";

/** Remembers which pictures products want, and has each product's fetched by a job. One refused before is tried again. */
export async function queuePictures(
  ctx: Context,
  importId: Uuid,
  work: readonly { readonly plan: ProductPlan }[],
): Promise<void> {
  const wanted = work.flatMap(({ plan }) =>
    plan.wanted.map((picture) => ({
      ...picture,
      id: newId(),
      productId: plan.product?.id ?? "",
    })),
  );
  if (wanted.length === 0) return;
  await ctx.db.run(sql`
    insert into exchange.picture as p
      (id, import_id, product_id, address, place, alt, option_code, value_code, first_row, state, changed_at)
    select id, ${importId}, "productId", address, place, alt, "optionCode", "valueCode", row, 'waiting', ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as w (id uuid, "productId" uuid, address text, place integer, alt jsonb, "optionCode" text,
            "valueCode" text, row integer)
    on conflict (product_id, address) do update
      set state = 'waiting', import_id = excluded.import_id, problem = null, place = excluded.place,
          alt = excluded.alt, first_row = excluded.first_row
      where p.state = 'refused'`);
  for (const productId of new Set(wanted.map((each) => each.productId)))
    enqueue(ctx, fetchPictures, { productId }, { key: productId });
}
