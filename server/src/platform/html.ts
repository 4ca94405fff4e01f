/** A piece of finished HTML: what `html` made, with every value in it escaped. */
export interface Html {
  readonly markup: string;
}

const made = new WeakSet<object>();

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function write(value: unknown): string {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (Array.isArray(value)) return value.map(write).join("");
  if (typeof value === "object" && made.has(value)) return (value as Html).markup;
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  throw new Error("assertion failed: HTML is written from text, numbers and finished pieces");
}

/** Writes HTML. Interpolated text is escaped; interpolated `html` pieces, and lists of them, go in as they are. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  let markup = strings[0] ?? "";
  values.forEach((value, index) => {
    markup += write(value) + (strings[index + 1] ?? "");
  });
  const piece: Html = { markup };
  made.add(piece);
  return piece;
}

/** Takes markup of our own, such as a style sheet in this repository, as it is. Never for anything that was sent to us. */
export function trusted(markup: string): Html {
  const piece: Html = { markup };
  made.add(piece);
  return piece;
}
