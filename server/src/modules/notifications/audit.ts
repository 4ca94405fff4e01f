import type { AuditCheck } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";
import { sendMail } from "./send-mail.ts";

/** The invariants of mails; no row is a good answer. */
export const checks: AuditCheck[] = [
  {
    id: "I9-mails",
    title: "Each mail that waits to be sent has a job that will send it",
    query: sql`
      select m.id, m.kind, m.queued_at
      from notifications.mail m
      where m.state = 'queued'
        and not exists (select from platform.job j
                        where j.name = ${sendMail.name} and j.state = 'ready'
                          and j.payload ->> 'mailId' = m.id::text)`,
  },
];
