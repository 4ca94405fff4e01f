import type { CartView } from "@shopwright/server/contracts/cart";
import type { Frame } from "../visit.ts";
import { Field } from "./field.tsx";

/** Why some lines bear no tax, in words; each reason once. */
export function TaxNotes(props: {
  readonly frame: Frame;
  readonly taxLines: readonly { readonly reason: string }[];
}) {
  const notes: Readonly<Record<string, string>> = props.frame.visit.text.tax.notes;
  const said = new Set(props.taxLines.flatMap(({ reason }) => notes[reason] ?? []));
  return (
    <>
      {[...said].map((note) => (
        <p key={note} class="quiet small totals-note">
          {note}
        </p>
      ))}
    </>
  );
}

interface BusinessProps {
  readonly frame: Frame;
  readonly cart: CartView;
  /** The VAT id as typed. */
  readonly vatId: string;
  readonly problem: string | undefined;
}

/** For businesses, where a VAT id changes what is to be paid. */
export function BusinessFields({ frame, cart, vatId, problem }: BusinessProps) {
  const { text } = frame.visit;
  if (frame.market.taxTreatment !== "eu-vat" && vatId === "") return null;
  return (
    <details class="business" open={vatId !== ""}>
      <summary>{text.tax.business}</summary>
      <Field
        name="vatId"
        label={text.tax.vatId}
        value={vatId}
        hint={text.tax.vatIdHint}
        problem={problem}
        optional={text.checkout.optional}
        input={{
          maxLength: 30,
          autocomplete: "off",
          spellcheck: false,
          autocapitalize: "characters",
        }}
      />
      <div id="checkout-vat" data-region aria-live="polite">
        {cart.vatId !== null && problem === undefined && (
          <p class={cart.vatId.state === "valid" ? "good small" : "small"}>
            {vatIdSentence(frame, cart.vatId)}
          </p>
        )}
      </div>
    </details>
  );
}

function vatIdSentence(frame: Frame, { state, name }: NonNullable<CartView["vatId"]>): string {
  const { vatIdStates } = frame.visit.text.tax;
  return state === "valid" ? vatIdStates.valid(name) : vatIdStates[state];
}
