const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  euro: "€",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  copy: "©",
  reg: "®",
  trade: "™",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
};

/**
 * The words of a piece of HTML, with paragraphs, line breaks and list items as lines. What is no text (scripts,
 * styles, pictures) is gone: descriptions here are never HTML.
 */
export function textFromHtml(html: string): string {
  return html
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/<!--[\s\S]*?-->/g, "")
    .replaceAll(/<(script|style|template|iframe)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/<br\s*\/?>\s?/gi, "\n")
    .replaceAll(/<li\b[^>]*>\s*/gi, "\n- ")
    .replaceAll(/<\/?(p|div|h[1-6]|ul|ol|table|section|article|blockquote)\b[^>]*>\s?/gi, "\n\n")
    .replaceAll(/<\/tr\s*>/gi, "\n")
    .replaceAll(/<[a-z/!][^>]*>/gi, "")
    .replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-zA-Z]{2,6});/g, decodeEntity)
    .replaceAll(/[ \t]+\n/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith("#")) return named[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isLetter = code <= 0x10ffff && code > 0 && (code < 0xd800 || code > 0xdfff);
  return isLetter ? String.fromCodePoint(code) : "";
}

/** The same text as HTML: a paragraph for each block, a break for each line. */
export function htmlFromText(text: string): string {
  if (text === "") return "";
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("");
}
