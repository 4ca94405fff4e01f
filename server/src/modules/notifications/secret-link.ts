import { escapeHtml } from "../../platform/html.ts";
import { SealBroken, unseal } from "../../platform/sealed.ts";

/** What a mail says in both its forms. */
export interface MailWords {
  readonly html: string;
  readonly text: string;
}

/** Stands in the stored words where the link is; no name or text that people type looks like it. */
const place = "{{link-3f9c1e7a}}";

/** The words without a link that opens an account, for storing; `withLink` puts it back. */
export function withoutLink({ html, text }: MailWords, link: string): MailWords {
  return {
    html: html.replaceAll(escapeHtml(link), () => place),
    text: text.replaceAll(link, () => place),
  };
}

export function withLink({ html, text }: MailWords, link: string): MailWords {
  return {
    html: html.replaceAll(place, () => escapeHtml(link)),
    text: text.replaceAll(place, () => link),
  };
}

/** The words for those who may not use the link, also of mails that were stored with it. */
export function withLinkHidden({ html, text }: MailWords, link: string | null): MailWords {
  const bare = link === null ? { html, text } : withoutLink({ html, text }, link);
  return { html: bare.html.replaceAll(place, "#"), text: bare.text.replaceAll(place, "…") };
}

/** The link in a stored mail; null when this process has not the secret that it was sealed with. */
export function readLink(stored: string): string | null {
  try {
    return unseal(stored);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
