import { z } from "zod";
import { job, type JobKind, type ScheduledJob } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";

/** As many as leave in one go; the next round takes the rest. */
const mostAtOnce = 5_000;

/**
 * Removes carts that nobody comes back to: a guest's after the 90 days that its cookie lives, a customer's
 * after a year, one that nothing was ever put into after a day. They hold addresses, and anybody can start them.
 */
const tidyCarts = job({
  name: "cart.tidy",
  payload: z.object({}),
  run: async (ctx) => {
    await ctx.db.run(sql`
      delete from cart.cart
      where id in (
        select c.id from cart.cart c
        where c.order_id is null
          and c.changed_at < ${ctx.now}::timestamptz - case
            when c.customer_id is not null then interval '1 year'
            when c.version = 1 and not exists (select from cart.line l where l.cart_id = c.id) then interval '1 day'
            else interval '90 days' end
        order by c.id limit ${mostAtOnce}
        for update skip locked)`);
  },
});

export const jobs: JobKind<never>[] = [tidyCarts];
export const schedule: ScheduledJob[] = [{ job: tidyCarts, everySeconds: 3600 }];
