import { phased, read, type Route, write } from "../../platform/route.ts";
import {
  countJobs,
  dropJob,
  listJobs,
  readJob,
  readLatestAudit,
  retryJob,
  runAuditNow,
} from "./contract.ts";
import { answerDrop, answerJob, answerJobCounts, answerJobs, answerRetry } from "./list-jobs.ts";
import { latestRun, runChecks } from "./run-audit.ts";

export const routes: Route[] = [
  read(listJobs, answerJobs),
  read(countJobs, answerJobCounts),
  read(readJob, answerJob),
  write(retryJob, answerRetry),
  write(dropJob, answerDrop),
  phased(runAuditNow, (edge) => runChecks(edge)),
  read(readLatestAudit, (ctx) => latestRun(ctx)),
];
