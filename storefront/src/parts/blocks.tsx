import type { Block, Inline } from "@shopwright/server/contracts/content";

interface BlocksProps {
  readonly blocks: readonly Block[];
}

/** A text of the merchant's as HTML: headings, paragraphs, lists and links, all else as written. */
export function Blocks({ blocks }: BlocksProps) {
  // Blocks have no names, and the list is rendered once: their places are their keys.
  return <>{blocks.map((block, place) => one(block, place))}</>;
}

function one(block: Block, place: number) {
  if (block.kind === "list") {
    return (
      <ul key={place}>
        {block.items.map((item, itemPlace) => (
          <li key={itemPlace}>{runs(item)}</li>
        ))}
      </ul>
    );
  }
  if (block.kind === "paragraph") return <p key={place}>{runs(block.text)}</p>;
  return block.level === 2 ? (
    <h2 key={place}>{runs(block.text)}</h2>
  ) : (
    <h3 key={place}>{runs(block.text)}</h3>
  );
}

function runs(inlines: readonly Inline[]) {
  return inlines.map(({ text, href }, place) =>
    href === undefined ? (
      text
    ) : (
      <a key={place} href={href}>
        {text}
      </a>
    ),
  );
}
