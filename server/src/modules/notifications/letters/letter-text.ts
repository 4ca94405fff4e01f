import type { Block, Frame, Letter } from "./letter.ts";

/** The same letter for those who read mail as text: addresses are written out, tables are lines. */
export function letterText(letter: Letter, frame: Frame): string {
  const parts = [frame.shop, letter.title, ...letter.blocks.map(blockText)];
  const foot = [frame.signature, letter.why].filter(Boolean).join("\n");
  return `${parts.join("\n\n")}\n\n--\n${foot}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "heading":
      return block.text.toUpperCase();
    case "button":
      return `${block.label}:\n${block.url}`;
    case "facts":
      return block.rows
        .map(([label, value]) => `${label}: ${value.replaceAll("\n", ", ")}`)
        .join("\n");
    case "card":
      return `${block.label}: ${block.amount}\n${block.codeLabel}: ${block.code}`;
    case "goods":
      return [
        ...block.rows.map(({ title, below, quantity, amount }) =>
          [`- ${[quantity, title].filter(Boolean).join(" ")}`, below && `(${below})`, amount]
            .filter(Boolean)
            .join("  "),
        ),
        ...block.totals.map(({ label, amount }) => `${label}: ${amount}`),
      ].join("\n");
  }
}
