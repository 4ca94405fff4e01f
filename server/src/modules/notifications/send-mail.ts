import { z } from "zod";
import type { Uuid } from "../../kernel/ids.ts";
import { publicUrl } from "../../platform/config.ts";
import { external } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { type JobKind, phasedJob } from "../../platform/jobs.ts";
import { MailRefused, mailServer, type OutgoingMail } from "../../platform/mail-server.ts";
import { withCode } from "./gift-card-code.ts";
import { sql } from "../../platform/sql.ts";
import { getSettings } from "../settings/index.ts";
import type { MailState } from "./contract.ts";
import { type MailWords, readLink, withLink } from "./secret-link.ts";

/** Older than this, a mail is not tried again: the job's own retries end soon after. */
const triedForMs = 60 * 60 * 1000;

/**
 * Hands a mail to the mail server. It may be handed over twice when the process dies between the
 * server's yes and our note of it; both carry the same Message-ID, by which mailboxes know a double.
 */
export const sendMail: JobKind<never> = phasedJob({
  name: "notifications.send-mail",
  payload: z.object({ mailId: z.uuid() }),
  runPhased: async (edge, { mailId }) => {
    const mail = await waitingMail(edge, mailId);
    if (mail === null) return;
    const server = mailServer();
    if (server === null) return mark(edge, mailId, "kept", null);
    const linked = wordsOf(mail);
    if (linked === null) return mark(edge, mailId, "failed", linkLost);
    const words = await withCode(edge.reading(), linked, mail.gift_card_id);
    const outgoing = { ...(await addressed(edge, mail, server.from)), ...words };
    try {
      await external(() => server.send(outgoing));
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      const over = Date.now() - mail.queued_at.getTime() > triedForMs;
      if (error instanceof MailRefused || over) return mark(edge, mailId, "failed", problem);
      await mark(edge, mailId, "queued", problem);
      throw error;
    }
    await mark(edge, mailId, "sent", null);
  },
});

interface WaitingMail {
  readonly id: Uuid;
  readonly recipient: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly gift_card_id: Uuid | null;
  readonly secret_link: string | null;
  readonly queued_at: Date;
}

const linkLost = "The link in this mail was sealed with another SHOPWRIGHT_SECRET.";

/** The words with their link; null when it cannot be read. */
function wordsOf({ html, text, secret_link: stored }: WaitingMail): MailWords | null {
  if (stored === null) return { html, text };
  const link = readLink(stored);
  return link === null ? null : withLink({ html, text }, link);
}

function waitingMail(edge: Edge, id: Uuid): Promise<WaitingMail | null> {
  return edge.reading().db.maybe<WaitingMail>(sql`
    select id, recipient, subject, html, text, gift_card_id, secret_link, queued_at from notifications.mail
    where id = ${id} and state = 'queued'`);
}

async function addressed(
  edge: Edge,
  mail: WaitingMail,
  from: string | null,
): Promise<Omit<OutgoingMail, keyof MailWords>> {
  const ctx = edge.reading();
  const shop = await getSettings(ctx, "shop");
  const { senderName } = await getSettings(ctx, "mail");
  return {
    from: { name: senderName || shop.name, address: from ?? shop.email },
    replyTo: shop.email,
    to: mail.recipient,
    subject: mail.subject,
    messageId: `${mail.id}@${new URL(publicUrl()).hostname}`,
    date: mail.queued_at,
  };
}

async function mark(edge: Edge, id: Uuid, state: MailState, problem: string | null): Promise<void> {
  await edge.transaction((ctx) =>
    ctx.db.run(sql`
      update notifications.mail
      set state = ${state}, problem = ${problem}, sent_at = ${state === "sent" ? ctx.now : null}
      where id = ${id} and state = 'queued'`),
  );
}
