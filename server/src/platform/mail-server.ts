import nodemailer from "nodemailer";

/** A mail as it goes out. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Without angle brackets. The same mail sent again carries the same one. */
  readonly messageId: string;
  readonly date: Date;
}

/** Takes mails, or throws: a `MailRefused` when trying again will not help. */
export interface MailServer {
  /** The address that mails come from, when the server wants a certain one. */
  readonly from: string | null;
  send(mail: OutgoingMail): Promise<void>;
}

/** The server said no for good (a reply of 500 to 599). */
export class MailRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MailRefused";
  }
}

/** A mail server at smtp://user:password@host:port or smtps://…. */
export function smtpServer(url: string, from: string | null): MailServer {
  const transport = nodemailer.createTransport(url);
  return {
    from,
    send: async ({ messageId, ...mail }) => {
      try {
        await transport.sendMail({
          ...mail,
          messageId: `<${messageId}>`,
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (error) {
        throw isFinal(error) ? new MailRefused(messageOf(error), { cause: error }) : error;
      }
    },
  };
}

function isFinal(error: unknown): boolean {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === "number" && code >= 500;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

let chosen: MailServer | null | undefined;

/** Replaces the mail server of this process; for tests. */
export function useMailServer(server: MailServer | null): void {
  chosen = server;
}

/** The mail server named by SMTP_URL, and MAIL_FROM as its sender; null when there is none. */
export function mailServer(): MailServer | null {
  if (chosen === undefined) {
    const url = process.env["SMTP_URL"];
    chosen = url ? smtpServer(url, process.env["MAIL_FROM"] || null) : null;
  }
  return chosen;
}
