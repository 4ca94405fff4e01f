import type { ScheduledJob } from "../../platform/jobs.ts";
import { runExport } from "./exports/jobs.ts";
import { makeFeeds, schedule as feedSchedule } from "./feeds/jobs.ts";
import { carryOnImport } from "./imports/jobs.ts";
import { fetchPictures } from "./pictures/fetch-pictures.ts";
import { tidyFiles } from "./tidy.ts";

export const jobs = [carryOnImport, fetchPictures, runExport, tidyFiles, makeFeeds];
export const schedule: ScheduledJob[] = [
  { job: tidyFiles, everySeconds: 24 * 3600 },
  ...feedSchedule,
];
