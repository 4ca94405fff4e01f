/** Text that is HTML already. Only `html` makes it, so everything else is escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = string | Html | null | readonly Piece[];

/** Template tag: strings are escaped, nested `html` is kept, lists are joined, null is nothing. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  const text = parts.map((part, index) => part + render(pieces[index] ?? null)).join("");
  return new Html(text);
}

function render(piece: Piece): string {
  if (piece === null) return "";
  if (typeof piece === "string") return escapeHtml(piece);
  if (piece instanceof Html) return piece.text;
  return piece.map(render).join("");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
