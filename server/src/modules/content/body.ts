import { z } from "zod";

/**
 * The little language that pages are written in. A line beginning with `## ` or `### ` is a heading,
 * lines beginning with `- ` make a list, `[words](address)` is a link, an empty line ends a
 * paragraph. All else is text and stays text: there is no way to write HTML.
 */

const inlineView = z.object({ text: z.string(), href: z.string().optional() });
/** A run of text; with an address it is a link. */
export type Inline = z.output<typeof inlineView>;

export const blockView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), level: z.literal([2, 3]), text: z.array(inlineView) }),
  z.object({ kind: z.literal("paragraph"), text: z.array(inlineView) }),
  z.object({ kind: z.literal("list"), items: z.array(z.array(inlineView)) }),
]);
export type Block = z.output<typeof blockView>;

/** Reads a body. Every text is one, whatever is in it; time grows with its length and no faster. */
export function parseBody(body: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0)
      blocks.push({ kind: "paragraph", text: parseInline(paragraph.join(" ")) });
    paragraph = [];
  };
  for (const line of body.split(/\r\n|\r|\n/).map((each) => each.trim())) {
    const block = markedBlock(line);
    if (block === null && line !== "") {
      paragraph.push(line);
      continue;
    }
    endParagraph();
    const last = blocks.at(-1);
    if (block?.kind === "list" && last?.kind === "list") last.items.push(...block.items);
    else if (block !== null) blocks.push(block);
  }
  endParagraph();
  return blocks;
}

/** The text of a block without its links' addresses. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join("");
}

/** The block that a line's mark makes of it; null without a mark or with nothing behind it. */
function markedBlock(line: string): Exclude<Block, { kind: "paragraph" }> | null {
  const mark = ["## ", "### ", "- "].find((each) => line.startsWith(each));
  if (mark === undefined) return null;
  const text = parseInline(line.slice(mark.length).trim());
  if (mark === "- ") return { kind: "list", items: [text] };
  return { kind: "heading", level: mark === "## " ? 2 : 3, text };
}

// No brackets in the words, no brackets or blanks in the address: so it is found without going back.
const link = /\[([^[\]]{1,300})\]\(([^()\s]{1,500})\)/g;

function parseInline(text: string): Inline[] {
  const runs: Inline[] = [];
  let from = 0;
  for (const { 0: whole, 1: words = "", 2: href = "", index } of text.matchAll(link)) {
    if (!leadsSomewhere(href)) continue;
    if (index > from) runs.push({ text: text.slice(from, index) });
    runs.push({ text: words, href });
    from = index + whole.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs;
}

/** Addresses that a link may have: of this shop, of the web, of mail and telephone. Never a script. */
function leadsSomewhere(href: string): boolean {
  return /^(?:https?:\/\/[^/\\]|mailto:|tel:|#|\/(?![/\\]))[^\\]*$/i.test(href);
}
