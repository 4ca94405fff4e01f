import type { Locale } from "../../../kernel/locale.ts";
import { formatMoney, type Money } from "../../../kernel/money.ts";
import { type BusinessDate, formatDate } from "../../../kernel/time.ts";
import { type Block, type Letter, paragraph } from "./letter.ts";

export interface GiftCardMail {
  readonly shop: string;
  readonly locale: Locale;
  readonly home: string;
  readonly name: string;
  readonly amount: Money;
  /** What stands where the code is put in when the mail is sent. */
  readonly code: string;
  readonly message: string;
  readonly expiresOn: BusinessDate | null;
}

interface GiftCardWords {
  readonly subject: (amount: string, shop: string) => string;
  readonly title: string;
  readonly lead: (name: string) => string;
  readonly card: string;
  readonly code: string;
  readonly how: string;
  readonly until: (day: string) => string;
  readonly forGood: string;
  readonly button: string;
  readonly keep: string;
  readonly why: (shop: string) => string;
}

const en: GiftCardWords = {
  subject: (amount, shop) => `A gift card of ${amount} for ${shop}`,
  title: "A gift card for you",
  lead: (name) => (name === "" ? "Hello, this is for you." : `Hello ${name}, this is for you.`),
  card: "Gift card",
  code: "Code",
  how: "Enter the code in the basket or at the checkout. What you do not spend stays on the card.",
  until: (day) => `It can be used until ${day}.`,
  forGood: "It does not expire.",
  button: "Have a look around",
  keep: "Please keep this mail: whoever has the code can spend what is on the card.",
  why: (shop) => `You get this mail because somebody sent you a gift card of ${shop}.`,
};

const de: GiftCardWords = {
  subject: (amount, shop) => `Ein Gutschein über ${amount} für ${shop}`,
  title: "Ein Gutschein für Sie",
  lead: (name) =>
    name === "" ? "Guten Tag, der ist für Sie." : `Guten Tag ${name}, der ist für Sie.`,
  card: "Gutschein",
  code: "Code",
  how: "Geben Sie den Code im Warenkorb oder an der Kasse ein. Was Sie nicht ausgeben, bleibt auf dem Gutschein.",
  until: (day) => `Er gilt bis zum ${day}.`,
  forGood: "Er verfällt nicht.",
  button: "Zum Shop",
  keep: "Bitte bewahren Sie diese Mail auf: Wer den Code hat, kann den Gutschein einlösen.",
  why: (shop) =>
    `Sie erhalten diese Mail, weil Ihnen jemand einen Gutschein von ${shop} geschickt hat.`,
};

/** The card itself, with amount and code, the giver's words, and how to use it. */
export function giftCardLetter(mail: GiftCardMail): Letter {
  const said = mail.locale === "de" ? de : en;
  const tag = mail.locale === "en" ? "en-GB" : mail.locale;
  const amount = formatMoney(mail.amount, tag);
  const until =
    mail.expiresOn === null ? said.forGood : said.until(formatDate(mail.expiresOn, tag));
  const card: Block = {
    kind: "card",
    label: said.card,
    from: mail.shop,
    amount,
    codeLabel: said.code,
    code: mail.code,
  };
  const message = mail.message === "" ? [] : [paragraph(mail.message)];
  return {
    subject: said.subject(amount, mail.shop),
    preview: said.how,
    title: said.title,
    blocks: [
      paragraph(said.lead(mail.name)),
      ...message,
      card,
      paragraph(`${said.how} ${until}`),
      { kind: "button", label: said.button, url: mail.home },
      paragraph(said.keep),
    ],
    why: said.why(mail.shop),
  };
}
