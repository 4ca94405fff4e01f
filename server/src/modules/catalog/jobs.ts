import { runBulkEdit } from "./bulk-edit-job.ts";

export const jobs = [runBulkEdit];
