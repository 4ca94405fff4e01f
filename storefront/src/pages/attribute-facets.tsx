import type { ProductListView } from "@shopwright/server/contracts/catalog";
import { quantity } from "../format.ts";
import type { Frame } from "../visit.ts";
import type { ListFilter } from "./list-filter.ts";

interface FacetsProps {
  readonly frame: Frame;
  readonly list: ProductListView;
  readonly filter: ListFilter;
}

type Facet = ProductListView["facets"]["attributes"][number];

/** So many stand open; the others fold, unless something in them is chosen. */
const openAtOnce = 3;

/** What attributes a list can be narrowed by: values, yes or no, and numbers from and to. */
export function AttributeFacets({ frame, list, filter }: FacetsProps) {
  const facets = list.facets.attributes.filter((each) => tellsApart(each, list, filter));
  const shown = facets.slice(0, openAtOnce);
  const rest = facets.slice(openAtOnce);
  const one = (facet: Facet) => (
    <AttributeFacet key={facet.code} frame={frame} facet={facet} filter={filter} />
  );
  return (
    <>
      {shown.map(one)}
      {rest.length > 0 && (
        <details open={rest.some(({ code }) => isChosen(filter, code))}>
          <summary>{frame.visit.text.list.moreFilters}</summary>
          {rest.map(one)}
        </details>
      )}
      <Unlisted facets={facets} filter={filter} />
    </>
  );
}

function isChosen(filter: ListFilter, code: string): boolean {
  return filter.attributes[code] !== undefined || filter.ranges[code] !== undefined;
}

/** A facet whose only value everything has would choose nothing. */
function tellsApart({ code, values, range }: Facet, list: ProductListView, filter: ListFilter) {
  if (isChosen(filter, code)) return true;
  if (range !== null) return range.min < range.max;
  return values.length > 1 || values.some(({ count }) => count < list.total);
}

interface FacetProps {
  readonly frame: Frame;
  readonly facet: Facet;
  readonly filter: ListFilter;
}

function AttributeFacet({ frame, facet, filter }: FacetProps) {
  if (facet.range !== null) return <NumberFacet frame={frame} facet={facet} filter={filter} />;
  const { yes, no } = frame.visit.text.product;
  const chosen = filter.attributes[facet.code] ?? [];
  return (
    <fieldset>
      <legend>{facet.name}</legend>
      {facet.values.map(({ code, label, swatch, count }) => {
        const checked = chosen.includes(code);
        return (
          <label key={code} class={count === 0 && !checked ? "choice choice-none" : "choice"}>
            <input
              type="checkbox"
              id={`a-${facet.code}-${code}`}
              name={`a.${facet.code}`}
              value={code}
              checked={checked}
            />
            {swatch && <span class="dot" style={{ background: swatch }} />}
            <span>{facet.kind === "boolean" ? (code === "yes" ? yes : no) : label}</span>
            <span class="quiet">{count}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

function NumberFacet({ frame, facet, filter }: FacetProps) {
  const { text } = frame.visit;
  const typed = filter.ranges[facet.code];
  const { min, max } = facet.range ?? { min: 0, max: 0 };
  return (
    <fieldset>
      <legend>{facet.unit === null ? facet.name : `${facet.name} (${facet.unit})`}</legend>
      <div class="range">
        {(["from", "to"] as const).map((end) => (
          <p key={end} class="field">
            <label for={`n-${facet.code}-${end}`}>
              {end === "from" ? text.list.min : text.list.max}
            </label>
            <input
              id={`n-${facet.code}-${end}`}
              name={`n.${facet.code}.${end}`}
              type="text"
              inputMode="decimal"
              size={6}
              maxLength={12}
              value={typed?.[end] ?? ""}
              placeholder={quantity(frame, end === "from" ? min : max, null)}
            />
          </p>
        ))}
      </div>
    </fieldset>
  );
}

/** Chosen values that the list has no facet for, because nothing fits: kept for the next try. */
function Unlisted({
  facets,
  filter,
}: {
  readonly facets: readonly Facet[];
  readonly filter: ListFilter;
}) {
  const listed = new Map(facets.map((each) => [each.code, each]));
  const values = Object.entries(filter.attributes).flatMap(([of, chosen]) =>
    chosen
      .filter((value) => listed.get(of)?.values.some(({ code }) => code === value) !== true)
      .map((value) => ({ name: `a.${of}`, value })),
  );
  const ranges = Object.entries(filter.ranges)
    .filter(([of]) => (listed.get(of)?.range ?? null) === null)
    .flatMap(([of, range]) =>
      (["from", "to"] as const).map((end) => ({ name: `n.${of}.${end}`, value: range[end] })),
    );
  return (
    <>
      {[...values, ...ranges].map(({ name, value }) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
