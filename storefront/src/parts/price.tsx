import type { PriceView } from "@shopwright/server/contracts/catalog";
import { price as format } from "../format.ts";
import type { Frame } from "../visit.ts";

interface PriceProps {
  readonly frame: Frame;
  readonly price: PriceView;
  /** Variants differ: said as "from". */
  readonly from?: boolean;
}

/** What it costs, with the earlier price beside it where there is one. */
export function Price({ frame, price, from }: PriceProps) {
  const { text } = frame.visit;
  return (
    <span class="price">
      {price.compareAt !== null && (
        <s>
          <span class="unseen">{text.price.before} </span>
          {format(frame, price.compareAt)}
        </s>
      )}
      {from ? text.price.from(format(frame, price.amount)) : format(frame, price.amount)}
    </span>
  );
}

/** What is said below a price about tax: the rate and the net amount, or that tax comes on top. */
export function TaxNote({ frame, price }: { readonly frame: Frame; readonly price: PriceView }) {
  const { text } = frame.visit;
  if (!price.taxIncluded) {
    return <p class="quiet">{price.taxRate === null ? text.price.plusTax : text.price.noTax}</p>;
  }
  return (
    <p class="quiet">
      {text.price.taxIncluded(price.taxRate ?? "0")} · {text.price.net(format(frame, price.net))}
    </p>
  );
}
