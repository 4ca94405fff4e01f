import type { Json } from "../../kernel/errors.ts";

const tokenInLink = /([?&]token=)[^&\s"'<>]+/g;

/**
 * What a job was given, as staff may see it. A link that signs someone in or sets a password keeps its
 * page and loses its token: whoever had the token could become the person that the mail is for.
 */
export function withoutTokens(value: Json): Json {
  if (typeof value === "string") return value.replaceAll(tokenInLink, "$1…");
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each: Json) => withoutTokens(each));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, each && withoutTokens(each)]),
  );
}
