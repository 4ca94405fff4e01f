/** What a scan of XML calls as it goes; names without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

/**
 * Reads the XML of spreadsheets as it comes: elements, attributes and text. It knows no document types and no
 * entities but the five, so nothing outside the file is ever fetched and nothing grows.
 */
export function xmlScanner(listener: XmlListener): (piece: string) => void {
  let rest = "";
  return (piece) => {
    rest += piece;
    for (;;) {
      const start = rest.indexOf("<");
      if (start === -1) break;
      const end = endOfTag(rest, start);
      if (end === -1) break;
      if (start > 0) listener.text(unescaped(rest.slice(0, start)));
      tell(rest.slice(start + 1, end), listener);
      rest = rest.slice(end + 1);
    }
    if (rest.length > longestToken) throw new Error("an XML token without end");
  };
}

const longestToken = 1_000_000;

/** Where the tag ends; a comment may hold ">", and so may an attribute's value. */
function endOfTag(text: string, start: number): number {
  if (text.startsWith("<!--", start)) {
    const end = text.indexOf("-->", start);
    return end === -1 ? -1 : end + 2;
  }
  let quote = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  return -1;
}

function tell(tag: string, listener: XmlListener): void {
  if (tag.startsWith("?") || tag.startsWith("!")) return;
  if (tag.startsWith("/")) return listener.close(localName(tag.slice(1).trim()));
  const name = /^[^\s/]+/.exec(tag)?.[0] ?? "";
  const attributes: Record<string, string> = {};
  for (const [, key = "", double, single] of tag.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    attributes[localName(key)] = unescaped(double ?? single ?? "");
  }
  listener.open(localName(name), attributes);
  if (tag.endsWith("/")) listener.close(localName(name));
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
