import type { BusinessDate } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

/** The fiscal year a day belongs to, named by the calendar year in which it begins. */
export function fiscalYearOf(day: BusinessDate, startMonth: number): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= startMonth ? year : year - 1;
}

/** As printed: INV-2026-000042. */
export function documentLabel(series: string, fiscalYear: number, number: bigint): string {
  return `${series}-${fiscalYear}-${String(number).padStart(6, "0")}`;
}

/**
 * The next number of a series. Its row is locked until the transaction ends and the number goes back
 * when that fails, so numbers have neither gaps nor doubles. Last in the order of locks.
 */
export async function takeNumber(
  ctx: Context,
  series: string,
  fiscalYear: number,
): Promise<{ number: bigint; label: string }> {
  const { number } = await ctx.db.one<{ number: bigint }>(sql`
    insert into invoicing.number_series as s (series, fiscal_year, last_number)
    values (${series}, ${fiscalYear}, 1)
    on conflict (series, fiscal_year) do update set last_number = s.last_number + 1
    returning last_number as number`);
  return { number, label: documentLabel(series, fiscalYear, number) };
}
