import { searchProducts, suggestProducts, tagsOfSearch } from "@shopwright/server/contracts/search";
import type { SearchView, SuggestionsView } from "@shopwright/server/contracts/search";
import { categoryPath, pathIn, productPath, withQuery } from "../addresses.ts";
import { price } from "../format.ts";
import { Document } from "../parts/document.tsx";
import { SearchForm } from "../parts/header.tsx";
import { Picture } from "../parts/picture.tsx";
import { ProductGrid } from "../parts/product-card.tsx";
import { fragmentReply, htmlReply } from "../reply.tsx";
import { frameTags, loadFrame } from "../visit.ts";
import type { Frame, Page } from "../visit.ts";

const longestQuery = 200;

export const searchPage: Page = {
  pattern: "/search",
  get: async (visit) => {
    const q = (visit.query.get("q") ?? "").trim().slice(0, longestQuery);
    const after = visit.query.get("after");
    const [frame, found] = await Promise.all([
      loadFrame(visit),
      visit.shop.call(searchProducts, { query: { q, ...(after === null ? {} : { after }) } }),
    ]);
    return htmlReply(<Search frame={frame} found={found} q={q} />, [
      ...frameTags,
      ...tagsOfSearch(found),
    ]);
  },
};

interface SearchProps {
  readonly frame: Frame;
  readonly found: SearchView;
  readonly q: string;
}

function Search({ frame, found, q }: SearchProps) {
  const { text, locale } = frame.visit;
  return (
    <Document frame={frame} title={q ? text.search.title(q) : text.search.label} paths={null}>
      <div class="wide">
        <h1>{q ? text.search.title(q) : text.search.label}</h1>
        <SearchForm frame={frame} place="page" value={q} />
        {found.correctedTo !== null && <p>{text.search.corrected(found.correctedTo, q)}</p>}
        {q !== "" && <p class="quiet">{text.list.count(found.total)}</p>}
        <CategoryHits frame={frame} hits={found.categories} />
        {found.products.length > 0 ? (
          <div id="listing">
            <ProductGrid frame={frame} cards={found.products} firstCount={4} />
            {found.next !== null && (
              <p class="more">
                <a
                  class="button"
                  href={withQuery(pathIn(locale, "/search"), { q, after: found.next })}
                  data-more="listing"
                >
                  {text.list.more}
                </a>
              </p>
            )}
          </div>
        ) : (
          q !== "" && <NothingFound frame={frame} />
        )}
      </div>
    </Document>
  );
}

function CategoryHits({
  frame,
  hits,
}: {
  readonly frame: Frame;
  readonly hits: SearchView["categories"];
}) {
  if (hits.length === 0) return null;
  return (
    <ul class="chips" aria-label={frame.visit.text.frame.categories}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <a href={pathIn(frame.visit.locale, categoryPath(hit.slug))}>{hit.name}</a>
        </li>
      ))}
    </ul>
  );
}

function NothingFound({ frame }: { readonly frame: Frame }) {
  const { text, locale } = frame.visit;
  return (
    <div class="prose">
      <p>{text.search.nothing}</p>
      <ul>
        {text.search.advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{text.frame.categories}</h2>
      <ul class="chips">
        {frame.categories.map((category) => (
          <li key={category.id}>
            <a href={pathIn(locale, categoryPath(category.slug))}>{category.name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The list below a search field while words are typed: a fragment, put there by an island. */
export const suggestionsPage: Page = {
  pattern: "/search/suggestions",
  get: async (visit) => {
    const q = (visit.query.get("q") ?? "").trim().slice(0, longestQuery);
    const [frame, found] = await Promise.all([
      loadFrame(visit),
      visit.shop.call(suggestProducts, { query: { q } }),
    ]);
    return fragmentReply(<Suggestions frame={frame} found={found} />, [
      ...frameTags,
      ...tagsOfSearch(found),
    ]);
  },
};

function Suggestions({ frame, found }: { readonly frame: Frame; readonly found: SuggestionsView }) {
  const { text, locale } = frame.visit;
  if (found.products.length + found.categories.length === 0) {
    return <p class="quiet">{text.search.nothing}</p>;
  }
  return (
    <ul>
      {found.categories.map((hit) => (
        <li key={hit.id}>
          <a href={pathIn(locale, categoryPath(hit.slug))}>{text.search.inCategory(hit.name)}</a>
        </li>
      ))}
      {found.products.map((card) => (
        <li key={card.id}>
          <a href={pathIn(locale, productPath(card.handle))}>
            {card.picture && <Picture picture={card.picture} sizes="3.5rem" alt="" />}
            <span>{card.title}</span>
            <span class="quiet">{price(frame, card.price.amount)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
