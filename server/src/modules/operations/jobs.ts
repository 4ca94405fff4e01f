import { z } from "zod";
import { type JobKind, phasedJob, type ScheduledJob } from "../../platform/jobs.ts";
import { runChecks } from "./run-audit.ts";

/** Checks the books while the shop is quiet. What it finds is kept and shown; finding something is no failure of the job. */
const auditJob = phasedJob({
  name: "operations.audit",
  payload: z.object({}),
  runPhased: async (edge) => {
    await runChecks(edge);
  },
});

export const jobs: readonly JobKind<never>[] = [auditJob];

export const schedule: readonly ScheduledJob[] = [{ job: auditJob, everySeconds: 86_400 }];
