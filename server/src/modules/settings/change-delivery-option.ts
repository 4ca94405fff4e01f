import type { z } from "zod";
import { present } from "../../kernel/assert.ts";
import { conflict, notFound, refuse } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { settingsChanged } from "./change-setting.ts";
import {
  type changedDeliveryOptionSchema,
  codeTaken,
  type DeliveryOptionView,
  type newDeliveryOptionSchema,
} from "./contract.ts";
import { loadSnapshot } from "./snapshot.ts";
import { deliveryOptionViewOf } from "./views.ts";

type NewOption = z.output<typeof newDeliveryOptionSchema>;
type ChangedOption = z.output<typeof changedDeliveryOptionSchema>;

/** Adds a delivery option; its code is how orders and reports name it for good. */
export async function createDeliveryOption(
  ctx: Context,
  option: NewOption,
): Promise<DeliveryOptionView> {
  const id = newId();
  const written = await ctx.db.run(sql`
    insert into settings.delivery_option (id, code, ${columns})
    values (${id}, ${option.code}, ${valuesOf(option)})
    on conflict (code) do nothing`);
  if (written === 0) refuse(codeTaken, { code: option.code });
  return changed(ctx, id, "delivery_option.created");
}

/** Changes an option for baskets from now on; orders keep what they were sold. */
export async function changeDeliveryOption(
  ctx: Context,
  id: string,
  option: ChangedOption,
): Promise<DeliveryOptionView> {
  const written = await ctx.db.run(sql`
    update settings.delivery_option set (${columns}) = row(${valuesOf(option)}), version = version + 1
    where id = ${id} and version = ${option.version}`);
  if (written === 0) {
    const row = await ctx.db.maybe<{ version: number }>(sql`
      select version from settings.delivery_option where id = ${id}`);
    if (row === null) refuse(notFound);
    refuse(conflict, { version: row.version });
  }
  return changed(ctx, id, "delivery_option.changed");
}

const columns = sql`
  kind, names, carrier, pickup_location, countries, currency, min_weight_grams, max_weight_grams,
  min_total_minor, max_total_minor, price_minor, free_from_minor, min_days, max_days, position, active`;

function valuesOf(option: Omit<ChangedOption, "version">): Sql {
  return sql`
    ${option.kind}, ${JSON.stringify(option.names)}::jsonb, ${option.carrier ?? null}, ${option.pickupLocation}::uuid,
    ${option.countries}::text[], ${option.currency}, ${option.minWeightGrams}::bigint, ${option.maxWeightGrams}::bigint,
    ${option.minTotalMinor}::bigint, ${option.maxTotalMinor}::bigint, ${option.priceMinor}::bigint,
    ${option.freeFromMinor}::bigint, ${option.minDays}::integer, ${option.maxDays}::integer,
    ${option.position}::integer, ${option.active}::boolean`;
}

async function changed(ctx: Context, id: string, action: string): Promise<DeliveryOptionView> {
  settingsChanged(ctx);
  const { deliveryOptions } = await loadSnapshot(ctx);
  const option = present(
    deliveryOptions.find((each) => each.id === id),
    "the delivery option",
  );
  const view = deliveryOptionViewOf(option);
  await recordAudit(ctx, action, `delivery_option:${option.code}`, view);
  return view;
}
