import { createHash } from "node:crypto";

/** A piece of SQL whose values travel as parameters. `Row` is what a row of its answer looks like. */
export interface Sql<Row = unknown> {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
  readonly row?: Row;
}

const fragments = new WeakSet<object>();

/**
 * Writes SQL. Interpolated values become parameters; interpolated `sql` fragments become part of
 * the text. Nothing else reaches the text, so nothing a user sent can.
 */
export function sql<Row = unknown>(strings: TemplateStringsArray, ...values: unknown[]): Sql<Row> {
  const fragment: Sql<Row> = { strings, values };
  fragments.add(fragment);
  return fragment;
}

function isFragment(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && fragments.has(value);
}

/** Joins fragments, with `and`, `or` or a comma between them. */
export function joinSql(parts: readonly Sql[], separator: "," | "and" | "or" | " "): Sql {
  const between = separator === "," ? ", " : separator === " " ? " " : ` ${separator} `;
  const strings = parts.length === 0 ? [""] : ["", ...parts.slice(1).map(() => between), ""];
  const fragment: Sql = { strings, values: [...parts] };
  fragments.add(fragment);
  return fragment;
}

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

const names = new Map<string, string>();

/** The name a statement is prepared under: a hash of its text, so that each text is planned once. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha1").update(text).digest("base64url");
    names.set(text, name);
  }
  return name;
}

export function toStatement(query: Sql): Statement {
  const values: unknown[] = [];
  const write = (part: Sql): string => {
    let text = part.strings[0] ?? "";
    part.values.forEach((value, index) => {
      if (isFragment(value)) text += write(value);
      else text += `$${values.push(value)}`;
      text += part.strings[index + 1] ?? "";
    });
    return text;
  };
  const text = write(query);
  return { name: nameOf(text), text, values };
}
