import { jobs as de } from "./de/jobs.ts";
import { jobs as en } from "./en/jobs.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type JobWords = Words<typeof en>;
export const useJobText = textHook<JobWords>({ en, de });
