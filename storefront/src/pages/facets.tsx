import type { ProductListView } from "@shopwright/server/contracts/catalog";
import type { Messages } from "../locales/messages.ts";
import type { Frame } from "../visit.ts";
import { AttributeFacets } from "./attribute-facets.tsx";
import { wholeUnits } from "./list-filter.ts";
import type { ListFilter } from "./list-filter.ts";

interface FacetsProps {
  readonly frame: Frame;
  readonly list: ProductListView;
  readonly filter: ListFilter;
}

/** What the list can be narrowed by, with how many goods each choice would leave. */
export function Facets({ frame, list, filter }: FacetsProps) {
  const { text } = frame.visit;
  return (
    <>
      {list.facets.options.map((option) => (
        <OptionFacet
          key={option.code}
          option={option}
          chosen={filter.options[option.code] ?? []}
          text={text}
        />
      ))}
      <AttributeFacets frame={frame} list={list} filter={filter} />
      <ChosenUnlisted list={list} filter={filter} />
      <PriceRange frame={frame} list={list} filter={filter} />
      <label class="choice">
        <input type="checkbox" id="stock" name="stock" value="in" checked={filter.inStock} />
        <span>{text.list.onlyInStock}</span>
      </label>
    </>
  );
}

type Facet = ProductListView["facets"]["options"][number];

/** So many values are shown at once; the others fold. */
const shownAtOnce = 8;

interface OptionFacetProps {
  readonly option: Facet;
  readonly chosen: readonly string[];
  readonly text: Messages;
}

function OptionFacet({ option, chosen, text }: OptionFacetProps) {
  // A shorter rest is not worth folding.
  const cut = option.values.length > shownAtOnce + 2 ? shownAtOnce : option.values.length;
  const rest = option.values.slice(cut);
  const choice = (value: Facet["values"][number]) => (
    <Choice
      key={value.code}
      option={option.code}
      value={value}
      checked={chosen.includes(value.code)}
    />
  );
  return (
    <fieldset>
      <legend>{option.name}</legend>
      {option.values.slice(0, cut).map(choice)}
      {rest.length > 0 && (
        <details open={rest.some(({ code }) => chosen.includes(code))}>
          <summary>{text.list.moreValues(rest.length)}</summary>
          {rest.map(choice)}
        </details>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly option: string;
  readonly value: Facet["values"][number];
  readonly checked: boolean;
}

function Choice({ option, value, checked }: ChoiceProps) {
  return (
    <label class={value.count === 0 && !checked ? "choice choice-none" : "choice"}>
      <input
        type="checkbox"
        id={`o-${option}-${value.code}`}
        name={`o.${option}`}
        value={value.code}
        checked={checked}
      />
      {value.swatch && <span class="dot" style={{ background: value.swatch }} />}
      <span>{value.label}</span>
      <span class="quiet">{value.count}</span>
    </label>
  );
}

/** Chosen values that the list has no facet for, because nothing fits: kept for the next try. */
function ChosenUnlisted({ list, filter }: Omit<FacetsProps, "frame">) {
  const listed = new Set(
    list.facets.options.flatMap(({ code, values }) => values.map((each) => `${code} ${each.code}`)),
  );
  const unlisted = Object.entries(filter.options).flatMap(([option, values]) =>
    values.filter((value) => !listed.has(`${option} ${value}`)).map((value) => ({ option, value })),
  );
  return (
    <>
      {unlisted.map(({ option, value }) => (
        <input key={option + value} type="hidden" name={`o.${option}`} value={value} />
      ))}
    </>
  );
}

function PriceRange({ frame, list, filter }: FacetsProps) {
  const { text } = frame.visit;
  const range = list.facets.price;
  return (
    <fieldset>
      <legend>{text.list.price(frame.market.currency)}</legend>
      <div class="range">
        {(["min", "max"] as const).map((end) => (
          <p key={end} class="field">
            <label for={end}>{text.list[end]}</label>
            <input
              id={end}
              name={end}
              type="text"
              inputMode="decimal"
              size={6}
              maxLength={12}
              value={filter[end]}
              placeholder={range ? wholeUnits(range[end], end === "max") : undefined}
            />
          </p>
        ))}
      </div>
    </fieldset>
  );
}
