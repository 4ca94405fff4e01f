import { keepSchedule } from "./schedule-product.ts";
import { runBulkEdit } from "./bulk-edit-job.ts";

export const jobs = [runBulkEdit, keepSchedule];
