import type { JobKind } from "../../platform/jobs.ts";
import { sendMail } from "./send-mail.ts";

export const jobs: JobKind<never>[] = [sendMail];
