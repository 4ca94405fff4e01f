import type { Locale } from "../../../kernel/locale.ts";
import { type Block, type Letter, paragraph } from "./letter.ts";
import { type MailWords, mailWords } from "./words.ts";

/** What mails about an account start from. */
export interface AccountMail {
  readonly shop: string;
  readonly locale: Locale;
  readonly name: string;
  readonly staff: boolean;
}

export interface AccountLink {
  readonly url: string;
  /** The moment after which it no longer works, as people write it; null: it stays. */
  readonly until: string | null;
}

export function signUpLetter(mail: AccountMail, link: AccountLink): Letter {
  const said = mailWords(mail.locale);
  return accountLetter(mail, said.signUp(mail), linkBlocks(said, said.signUpButton, link));
}

export function signUpRepeatedLetter(mail: AccountMail, link: AccountLink): Letter {
  const said = mailWords(mail.locale);
  return accountLetter(mail, said.signUpAgain(mail), linkBlocks(said, said.signInButton, link));
}

export function passwordResetLetter(mail: AccountMail, link: AccountLink): Letter {
  const said = mailWords(mail.locale);
  return accountLetter(mail, said.reset(mail), linkBlocks(said, said.resetButton, link));
}

export function securedLetter(
  mail: AccountMail,
  change: "password" | "totp_on" | "totp_off",
): Letter {
  const said = mailWords(mail.locale);
  const words = said.secured({ shop: mail.shop, change });
  return accountLetter(mail, words, [paragraph(said.securedAfter)]);
}

export interface Invitation extends AccountLink {
  readonly role: string;
  readonly by: string;
}

export function invitationLetter(mail: AccountMail, { role, by, ...link }: Invitation): Letter {
  const said = mailWords(mail.locale);
  const words = said.invited({ shop: mail.shop, role: said.roles[role] ?? role, by });
  return accountLetter(mail, words, linkBlocks(said, said.invitedButton, link));
}

function linkBlocks(said: MailWords, label: string, { url, until }: AccountLink): Block[] {
  const button: Block = { kind: "button", label, url };
  const closing = [until === null ? "" : said.linkUntil(until), said.notYou].filter(Boolean);
  return [button, paragraph(closing.join(" "))];
}

function accountLetter(
  mail: AccountMail,
  words: ReturnType<MailWords["signUp"]>,
  blocks: readonly Block[],
): Letter {
  const said = mailWords(mail.locale);
  return {
    subject: words.subject,
    preview: words.lead,
    title: words.title,
    blocks: [paragraph(said.hello(mail.name)), paragraph(words.lead), ...blocks],
    why: mail.staff ? said.whyStaff(mail.shop) : said.whyAccount(mail.shop),
  };
}
