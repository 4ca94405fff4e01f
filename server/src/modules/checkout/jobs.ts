import { z } from "zod";
import { enqueue, job, type JobKind, type ScheduledJob } from "../../platform/jobs.ts";
import { overdueOrders } from "../orders/index.ts";
import { cancelOverdue } from "./cancel-overdue.ts";

/** One order a job, so that one that fails does not keep the others. */
const cancelOverdueOrder = job({
  name: "checkout.cancel-overdue-order",
  payload: z.object({ orderId: z.uuid() }),
  run: (ctx, { orderId }) => cancelOverdue(ctx, orderId),
});

const mostAtOnce = 200;

const findOverdueOrders = job({
  name: "checkout.find-overdue-orders",
  payload: z.object({}),
  run: async (ctx) => {
    for (const orderId of await overdueOrders(ctx, mostAtOnce)) {
      enqueue(ctx, cancelOverdueOrder, { orderId }, { key: orderId });
    }
  },
});

export const jobs: JobKind<never>[] = [cancelOverdueOrder, findOverdueOrders];
export const schedule: ScheduledJob[] = [{ job: findOverdueOrders, everySeconds: 20 }];
