import type { AttributeFactView } from "@shopwright/server/contracts/catalog";
import { parseBody } from "@shopwright/server/contracts/content";
import { contentPath, pathIn, productPath } from "../addresses.ts";
import { calendarDay, fileSize, quantity } from "../format.ts";
import { Blocks } from "../parts/blocks.tsx";
import type { Frame } from "../visit.ts";

interface FactsProps {
  readonly frame: Frame;
  readonly facts: readonly AttributeFactView[];
}

/** What a product says of itself, under the headings of its type. */
export function Facts({ frame, facts }: FactsProps) {
  if (facts.length === 0) return null;
  const groups = Map.groupBy(facts, ({ group }) => group);
  return (
    <>
      {[...groups].map(([group, each]) => (
        <section key={group}>
          <h2>{group || frame.visit.text.product.facts}</h2>
          <dl class="facts">
            <FactRows frame={frame} facts={each} />
          </dl>
        </section>
      ))}
    </>
  );
}

export function FactRows({ frame, facts }: FactsProps) {
  return (
    <>
      {facts.map(({ code, name, fact }) => (
        <div key={code} class={fact.kind === "rich_text" ? "fact-text" : undefined}>
          <dt>{name}</dt>
          <dd>
            <Fact frame={frame} fact={fact} />
          </dd>
        </div>
      ))}
    </>
  );
}

function Fact({
  frame,
  fact,
}: {
  readonly frame: Frame;
  readonly fact: AttributeFactView["fact"];
}) {
  const { text, locale } = frame.visit;
  switch (fact.kind) {
    case "text":
      return <>{fact.text}</>;
    case "rich_text":
      return <Blocks blocks={parseBody(fact.text)} />;
    case "number":
      return <>{quantity(frame, fact.number, fact.unit)}</>;
    case "boolean":
      return <>{fact.yes ? text.product.yes : text.product.no}</>;
    case "date":
      return <>{calendarDay(frame, fact.date)}</>;
    case "choice":
      return (
        <>
          {fact.choices.map(({ label, swatch }, place) => (
            <span key={label}>
              {place > 0 && ", "}
              {swatch && <span class="dot" style={{ background: swatch }} />}
              {label}
            </span>
          ))}
        </>
      );
    case "file":
      return (
        <a href={`/api/store/files/${fact.id}`} download>
          {fact.name} ({fileSize(frame, fact.bytes)})
        </a>
      );
    case "reference":
      return (
        <a
          href={pathIn(
            locale,
            fact.to === "product" ? productPath(fact.address) : contentPath(fact.address),
          )}
        >
          {fact.title}
        </a>
      );
  }
}
