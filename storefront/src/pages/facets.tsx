import type { ProductListView } from "@shopwright/server/contracts/catalog";
import type { Frame } from "../visit.ts";
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
        <fieldset key={option.code}>
          <legend>{option.name}</legend>
          {option.values.map((value) => {
            const checked = filter.options[option.code]?.includes(value.code) ?? false;
            return (
              <label
                key={value.code}
                class={value.count === 0 && !checked ? "choice choice-none" : "choice"}
              >
                <input
                  type="checkbox"
                  id={`o-${option.code}-${value.code}`}
                  name={`o.${option.code}`}
                  value={value.code}
                  checked={checked}
                />
                {value.swatch && <span class="dot" style={{ background: value.swatch }} />}
                <span>{value.label}</span>
                <span class="quiet">{value.count}</span>
              </label>
            );
          })}
        </fieldset>
      ))}
      <PriceRange frame={frame} list={list} filter={filter} />
      <label class="choice">
        <input type="checkbox" id="stock" name="stock" value="in" checked={filter.inStock} />
        <span>{text.list.onlyInStock}</span>
      </label>
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
