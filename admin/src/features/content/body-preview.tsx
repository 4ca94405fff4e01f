import { fillIn, parseBody, shopFactsOf } from "@shopwright/server/contracts/content";
import type { Inline } from "@shopwright/server/contracts/content";
import { getShop } from "@shopwright/server/contracts/settings";
import type { Locale } from "@shopwright/server/kernel/locale";
import { useRead } from "../../api/use-read.ts";
import { useContentText } from "../../locales/content.ts";

/** A text as shoppers will read it, with the shop's facts in it. */
export function BodyPreview({ body, locale }: { readonly body: string; readonly locale: Locale }) {
  const words = useContentText();
  const shop = useRead(getShop, {});
  const filled = shop.data ? fillIn(body, shopFactsOf(shop.data, locale)) : body;
  const blocks = parseBody(filled);
  return (
    <section
      aria-label={words.preview}
      className="grid content-start gap-2 rounded-lg bg-sunken p-3 break-words"
    >
      <p className="text-[0.8125rem] font-medium text-muted">{words.preview}</p>
      {blocks.length === 0 && <p className="text-muted">{words.nothingToShow}</p>}
      {blocks.map((block, place) => {
        if (block.kind === "list")
          return (
            <ul key={place} className="list-disc pl-5">
              {block.items.map((item, itemPlace) => (
                <li key={itemPlace}>{runs(item)}</li>
              ))}
            </ul>
          );
        if (block.kind === "paragraph") return <p key={place}>{runs(block.text)}</p>;
        return (
          <p
            key={place}
            className={block.level === 2 ? "pt-1 text-lg font-semibold" : "pt-1 font-semibold"}
          >
            {runs(block.text)}
          </p>
        );
      })}
    </section>
  );
}

/** Links are shown, but lead nowhere: the page being edited is not to be left by a slip. */
function runs(inlines: readonly Inline[]) {
  return inlines.map(({ text, href }, place) =>
    href === undefined ? (
      text
    ) : (
      <span key={place} title={href} className="text-accent underline">
        {text}
      </span>
    ),
  );
}
