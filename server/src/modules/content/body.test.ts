import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, type Inline, parseBody, plainText } from "./body.ts";
import { blockView } from "./body.ts";

function inlinesOf(block: Block): readonly Inline[] {
  return block.kind === "list" ? block.items.flat() : block.text;
}
const links = (body: string): Inline[] =>
  parseBody(body)
    .flatMap((block) => inlinesOf(block))
    .filter(({ href }) => href !== undefined);

describe("a body", () => {
  it("has headings, paragraphs and lists", () => {
    const body = "Opening\nof two lines.\n\n## Care\n- Oil\n- Wax\n### In winter\nNothing.";
    expect(parseBody(body)).toEqual([
      { kind: "paragraph", text: [{ text: "Opening of two lines." }] },
      { kind: "heading", level: 2, text: [{ text: "Care" }] },
      { kind: "list", items: [[{ text: "Oil" }], [{ text: "Wax" }]] },
      { kind: "heading", level: 3, text: [{ text: "In winter" }] },
      { kind: "paragraph", text: [{ text: "Nothing." }] },
    ]);
  });

  it("links to this shop, the web, mail and telephone", () => {
    const body =
      "See [terms](/pages/terms), [us](https://a.example/b?c=d#e) or [write](mailto:a@b.example).";
    expect(links(body).map(({ href }) => href)).toEqual([
      "/pages/terms",
      "https://a.example/b?c=d#e",
      "mailto:a@b.example",
    ]);
    expect(plainText(inlinesOf(parseBody(body)[0] as Block))).toBe("See terms, us or write.");
  });

  it.each([
    "[x](javascript:alert)",
    "[x](JaVaScRiPt:alert)",
    "[x](data:text/html,a)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](https:/evil)",
    "[x](\u0000javascript:alert)",
    "[x]( /a)",
  ])("leaves %j as text", (body) => {
    expect(links(body)).toEqual([]);
    expect(parseBody(body)).toEqual([{ kind: "paragraph", text: [{ text: body }] }]);
  });

  const scraps = fc.constantFrom(
    "[",
    "]",
    "(",
    ")",
    "## ",
    "- ",
    "\n",
    "\n\n",
    "/",
    ":",
    "javascript:",
    "https://a",
    "<b>",
    "\\",
    " ",
  );
  const bodies = fc
    .array(fc.oneof(scraps, fc.string({ unit: "grapheme" })), { maxLength: 60 })
    .map((parts) => parts.join(""));

  it("is read whatever is in it, without losing a word and without a link that runs", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const blocks = parseBody(body);
        for (const block of blocks) expect(blockView.parse(block)).toEqual(block);
        for (const { href = "" } of links(body))
          expect(href).toMatch(/^(https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/i);
        const said = blocks
          .flatMap(inlinesOf)
          .map(({ text, href = "" }) => text + href)
          .join("");
        // All but marks, brackets of links and blanks is still there, in its order.
        const bare = (text: string): string => text.replaceAll(/[\s[\]()#-]/gu, "");
        expect(bare(said)).toBe(bare(body));
      }),
      { numRuns: 500 },
    );
  });

  it("takes time in proportion to its length", () => {
    const evil = [
      "[".repeat(40_000),
      "[a](".repeat(10_000),
      "[a](b".repeat(8_000),
      "- ".repeat(20_000),
    ];
    const started = performance.now();
    for (const body of evil) parseBody(body);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
