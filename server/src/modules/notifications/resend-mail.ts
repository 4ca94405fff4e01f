import { notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { enqueue } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { mailUnderWay } from "./contract.ts";
import { sendMail } from "./send-mail.ts";

/** Sends the same words to the same address again, as a mail of its own. @returns the new mail's id */
export async function resendMail(ctx: Context, id: Uuid): Promise<Uuid> {
  const before = await ctx.db.maybe<{ state: string }>(sql`
    select state from notifications.mail where id = ${id} for update`);
  if (before === null) refuse(notFound);
  if (before.state === "queued") refuse(mailUnderWay);
  const again = newId();
  await ctx.db.run(sql`
    insert into notifications.mail
      (id, kind, recipient, locale, subject, html, text, secret_link, order_id, gift_card_id, repeats_id,
       queued_at)
    select ${again}, kind, recipient, locale, subject, html, text, secret_link, order_id, gift_card_id, ${id},
           ${ctx.now}
    from notifications.mail where id = ${id}`);
  await recordAudit(ctx, "mail.resent", typeId("mail", id), { as: typeId("mail", again) });
  enqueue(ctx, sendMail, { mailId: again });
  return again;
}
