import type { ProductView, VariantView } from "@shopwright/server/contracts/catalog";
import { pathIn, productPath } from "../addresses.ts";
import type { Frame } from "../visit.ts";
import { variantQuery, variantWith } from "./variant-choice.ts";

interface OptionChoicesProps {
  readonly frame: Frame;
  readonly product: ProductView;
  readonly variant: VariantView;
}

type Option = ProductView["options"][number];

/** Colour, size and the like: each value is a link to the variant that has it, so it needs no script. */
export function OptionChoices(props: OptionChoicesProps) {
  return (
    <>
      {props.product.options.map((option) => (
        <OptionChoice key={option.code} {...props} option={option} />
      ))}
    </>
  );
}

function OptionChoice(props: OptionChoicesProps & { readonly option: Option }) {
  const { product, variant, option } = props;
  const chosen = option.values.find(({ code }) => code === variant.options[option.code]);
  const offered = option.values.filter(({ code }) =>
    product.variants.some(({ options }) => options[option.code] === code),
  );
  const id = `option-${option.code}`;
  return (
    <div class="option">
      <p id={id}>
        {option.name}: <strong>{chosen?.label}</strong>
      </p>
      <ul aria-labelledby={id}>
        {offered.map((value) => (
          <Value key={value.code} {...props} value={value} />
        ))}
      </ul>
    </div>
  );
}

function Value(
  props: OptionChoicesProps & { readonly option: Option; readonly value: Option["values"][number] },
) {
  const { frame, product, variant, option, value } = props;
  const { locale, text } = frame.visit;
  const target = variantWith(product, variant, option.code, value.code) ?? variant;
  const out = target.availability.state === "out";
  const path = pathIn(locale, productPath(product.handle));
  return (
    <li>
      <a
        class={`value ${value.swatch ? "value-swatch" : ""} ${out ? "value-out" : ""}`}
        href={`${path}?${variantQuery(product, target)}`}
        aria-current={variant.options[option.code] === value.code ? "true" : undefined}
        rel="nofollow"
        title={value.swatch ? value.label : undefined}
        data-live-link="product measures"
      >
        {value.swatch && <span class="swatch" style={{ background: value.swatch }} />}
        <span class={value.swatch ? "unseen" : undefined}>{value.label}</span>
        {out && <span class="unseen"> ({text.stock.out})</span>}
      </a>
    </li>
  );
}
