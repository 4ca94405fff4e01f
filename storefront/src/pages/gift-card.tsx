import { checkGiftCard } from "@shopwright/server/contracts/credit";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import type { PageReply } from "@shopwright/server/kernel/page";
import { pathIn } from "../addresses.ts";
import { fieldOf } from "../form.ts";
import { day, price } from "../format.ts";
import { refusalText } from "../locales/index.ts";
import { Document } from "../parts/document.tsx";
import { Field } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { refusalOf } from "../refusal.ts";
import { htmlReply } from "../reply.tsx";
import { loadFrame } from "../visit.ts";
import type { Frame, Page, Visit } from "../visit.ts";

type Balance = ReplyOf<typeof checkGiftCard>;

/** What is left on a gift card. The code is posted, so that it stands in no address and no history. */
export const giftCardPage: Page = {
  pattern: "/gift-card",
  get: (visit) => show(visit, null, null),
  post: async (visit) => {
    const code = fieldOf(visit.request, "code").trim().slice(0, 40);
    if (code === "") return show(visit, null, null);
    try {
      return await show(visit, await visit.shop.call(checkGiftCard, { body: { code } }), null);
    } catch (error) {
      const refused = refusalOf(error)?.kind.code;
      if (refused === undefined) throw error;
      return show(visit, null, refused);
    }
  },
};

async function show(
  visit: Visit,
  balance: Balance | null,
  refused: string | null,
): Promise<PageReply> {
  const frame = await loadFrame(visit);
  const status = refused === null ? 200 : refused === "too_many_codes" ? 429 : 409;
  const page = <GiftCard frame={frame} balance={balance} refused={refused} />;
  return htmlReply(page, null, status);
}

interface GiftCardProps {
  readonly frame: Frame;
  readonly balance: Balance | null;
  readonly refused: string | null;
}

function GiftCard({ frame, balance, refused }: GiftCardProps) {
  const { text, locale } = frame.visit;
  return (
    <Document
      frame={frame}
      title={text.credit.title}
      paths={{ en: "/gift-card", de: "/gift-card" }}
    >
      <div class="prose">
        <h1>{text.credit.title}</h1>
        {refused !== null && <Notice tone="bad">{refusalText(text, refused)}</Notice>}
        {balance !== null && <Card frame={frame} balance={balance} />}
        <form class="form" method="post" action={pathIn(locale, "/gift-card")}>
          <Field
            name="code"
            label={text.credit.code}
            hint={text.credit.codeHint}
            input={{
              autocomplete: "off",
              autocapitalize: "characters",
              spellcheck: false,
              maxLength: 40,
              required: true,
            }}
          />
          <p>
            <button class="button button-main" type="submit">
              {text.credit.check}
            </button>
          </p>
        </form>
      </div>
    </Document>
  );
}

function Card({ frame, balance }: { readonly frame: Frame; readonly balance: Balance }) {
  const { text } = frame.visit;
  return (
    <output class="gift-card">
      <p>{text.credit.giftCard(balance.codeEnd)}</p>
      <p class="gift-card-amount">{price(frame, balance.balance)}</p>
      <p>
        {balance.expiresOn === null
          ? text.credit.forGood
          : text.credit.until(day(frame, balance.expiresOn, true))}
      </p>
    </output>
  );
}
