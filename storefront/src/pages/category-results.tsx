import { productSorts } from "@shopwright/server/contracts/catalog";
import type { ProductListView } from "@shopwright/server/contracts/catalog";
import { Icon } from "../parts/icon.tsx";
import { ProductGrid } from "../parts/product-card.tsx";
import type { Frame } from "../visit.ts";
import { Facets } from "./facets.tsx";
import {
  filterQuery,
  isNarrowed,
  withoutAttribute,
  withoutOption,
  withoutRange,
} from "./list-filter.ts";
import type { ListFilter } from "./list-filter.ts";

interface ResultsProps {
  readonly frame: Frame;
  readonly list: ProductListView;
  readonly filter: ListFilter;
  /** The list's address without its query, and the query of its filter. */
  readonly path: string;
  readonly query: string;
}

/** Filters, order, goods and the way to more of them. An island exchanges it as a whole. */
export function CategoryResults(props: ResultsProps) {
  const { frame, list, filter, path } = props;
  const { text } = frame.visit;
  return (
    <div class="listing" id="listing" data-region>
      <form class="filters" id="filters" popover="auto" action={path} data-live-filter>
        <div class="filters-head">
          <h2>{text.list.filters}</h2>
          <button class="icon-button" type="button" popovertarget="filters">
            <Icon name="close" />
            <span class="unseen">{text.frame.close}</span>
          </button>
        </div>
        <SortField frame={frame} filter={filter} />
        <Facets frame={frame} list={list} filter={filter} />
        <button class="button button-main" type="submit">
          {text.list.apply}
        </button>
      </form>
      <section class="results" aria-label={text.list.products}>
        <div class="results-head">
          <p aria-live="polite">{text.list.count(list.total)}</p>
          <button class="button filters-button" type="button" popovertarget="filters">
            <Icon name="filter" /> {text.list.filters}
          </button>
        </div>
        <Chosen {...props} />
        {list.products.length === 0 ? (
          <Empty {...props} />
        ) : (
          <ProductGrid frame={frame} cards={list.products} firstCount={4} />
        )}
        <More {...props} />
      </section>
    </div>
  );
}

function SortField({ frame, filter }: Pick<ResultsProps, "frame" | "filter">) {
  const { text } = frame.visit;
  return (
    <p class="field">
      <label for="sort">{text.list.sort}</label>
      <select id="sort" name="sort">
        {productSorts.map((sort) => (
          <option key={sort} value={sort} selected={sort === filter.sort}>
            {text.list.sorts[sort]}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What the list is narrowed to, each with a link that lets go of it. */
function Chosen({ frame, list, filter, path }: ResultsProps) {
  const { text } = frame.visit;
  if (!isNarrowed(filter)) return null;
  const href = (next: ListFilter) => {
    const query = filterQuery(next);
    return query === "" ? path : `${path}?${query}`;
  };
  const options = Object.entries(filter.options).flatMap(([option, values]) =>
    values.map((value) => ({
      label: labelOf(list, option, value),
      href: href(withoutOption(filter, option, value)),
    })),
  );
  const attributes = Object.entries(filter.attributes).flatMap(([of, values]) =>
    values.map((value) => ({
      label: attributeLabel(frame, list, of, value),
      href: href(withoutAttribute(filter, of, value)),
    })),
  );
  const ranges = Object.entries(filter.ranges).map(([of, { from, to }]) => {
    const facet = list.facets.attributes.find(({ code }) => code === of);
    const unit = facet?.unit ?? "";
    return {
      label: `${facet?.name ?? of}: ${text.list.priceBetween(from, to)} ${unit}`.trim(),
      href: href(withoutRange(filter, of)),
    };
  });
  const price = [filter.min, filter.max].some((each) => each !== "")
    ? [
        {
          label: text.list.priceBetween(filter.min, filter.max),
          href: href({ ...filter, min: "", max: "" }),
        },
      ]
    : [];
  const stock = filter.inStock
    ? [{ label: text.list.onlyInStock, href: href({ ...filter, inStock: false }) }]
    : [];
  return (
    <ul class="chips" aria-label={text.list.chosen}>
      {[...options, ...attributes, ...ranges, ...price, ...stock].map((chip) => (
        <li key={chip.label}>
          <a href={chip.href} data-live-link="listing" rel="nofollow">
            <span class="unseen">{text.list.remove} </span>
            {chip.label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a href={path} data-live-link="listing">
          {text.list.clear}
        </a>
      </li>
    </ul>
  );
}

function labelOf(list: ProductListView, option: string, value: string): string {
  const found = list.facets.options
    .find(({ code }) => code === option)
    ?.values.find(({ code }) => code === value);
  return found?.label ?? value;
}

/** "E27", or "Dimmable: yes" where a value alone says nothing. */
function attributeLabel(frame: Frame, list: ProductListView, of: string, value: string): string {
  const { yes, no } = frame.visit.text.product;
  const facet = list.facets.attributes.find(({ code }) => code === of);
  if (facet?.kind === "boolean") return `${facet.name}: ${value === "yes" ? yes : no}`;
  return facet?.values.find(({ code }) => code === value)?.label ?? value;
}

function Empty({ frame, path, filter }: ResultsProps) {
  const { text } = frame.visit;
  return (
    <div class="empty">
      <p>{isNarrowed(filter) ? text.list.nothingFits : text.list.nothingYet}</p>
      {isNarrowed(filter) && (
        <p>
          <a class="button" href={path}>
            {text.list.showAll}
          </a>
        </p>
      )}
    </div>
  );
}

function More({ frame, list, path, query }: ResultsProps) {
  const { text } = frame.visit;
  const more = new URLSearchParams(query);
  if (list.next !== null) more.set("after", list.next);
  return (
    <p class="more">
      {frame.visit.query.has("after") && (
        <a class="button" href={query === "" ? path : `${path}?${query}`} rel="nofollow">
          {text.list.toStart}
        </a>
      )}{" "}
      {list.next !== null && (
        <a class="button" href={`${path}?${more.toString()}`} rel="nofollow" data-more="listing">
          {text.list.more}
        </a>
      )}
    </p>
  );
}
