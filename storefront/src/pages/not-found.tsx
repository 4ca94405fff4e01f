import type { PageReply } from "@shopwright/server/kernel/page";
import { categoryPath, pathIn } from "../addresses.ts";
import { Document } from "../parts/document.tsx";
import { SearchForm } from "../parts/header.tsx";
import { htmlReply } from "../reply.tsx";
import { loadFrame } from "../visit.ts";
import type { Visit } from "../visit.ts";

/** Nothing is at this address: a search field filled with its last word, and the categories. */
export async function notFoundPage(visit: Visit): Promise<PageReply> {
  const frame = await loadFrame(visit);
  const { text, locale } = visit;
  return htmlReply(
    <Document frame={frame} title={text.notFound.title} paths={null}>
      <div class="prose">
        <h1>{text.notFound.title}</h1>
        <p>{text.notFound.help}</p>
        <SearchForm frame={frame} place="page" value={wordsOf(visit.path)} />
        <h2>{text.frame.categories}</h2>
        <ul class="chips">
          {frame.categories.map((category) => (
            <li key={category.id}>
              <a href={pathIn(locale, categoryPath(category.slug))}>{category.name}</a>
            </li>
          ))}
        </ul>
      </div>
    </Document>,
    null,
    404,
  );
}

/** "/products/lind-chair-old" → "lind chair old": what someone may have been looking for. */
export function wordsOf(path: string): string {
  const last = path.split("/").findLast((part) => part !== "") ?? "";
  return last
    .replaceAll(/%[0-9a-f]{2}|\.[a-z]{2,4}$/gi, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, 60);
}
