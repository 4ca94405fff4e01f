import type { CartView } from "@shopwright/server/contracts/cart";
import type { ComponentChildren } from "preact";
import { pathIn } from "../addresses.ts";
import { codeProblem } from "../locales/index.ts";
import type { Frame } from "../visit.ts";

/** What was typed and why it was not taken. */
export interface CodeTry {
  readonly typed: string;
  readonly problem: string;
}

interface CodesProps {
  readonly frame: Frame;
  readonly cart: CartView;
}

/** In the basket each code, and the field for another, is a form of its own. */
export function BasketCodes({
  frame,
  cart,
  tried,
}: CodesProps & { readonly tried: CodeTry | null }) {
  const action = pathIn(frame.visit.locale, "/basket");
  return (
    <div class="codes" id="codes">
      <Entered frame={frame} cart={cart}>
        {(code) => (
          <form method="post" action={action} data-live-form="basket">
            <input type="hidden" name="do" value={`uncode:${code}`} />
            <RemoveButton frame={frame} code={code} />
          </form>
        )}
      </Entered>
      <form method="post" action={action} data-live-form="basket">
        <input type="hidden" name="do" value="code" />
        <CodeField frame={frame} tried={tried} />
      </form>
    </div>
  );
}

/** In the checkout they belong to its one form, whose buttons say what is asked for. */
export function CheckoutCodes({ frame, cart }: CodesProps) {
  return (
    <div class="codes" id="codes">
      <Entered frame={frame} cart={cart}>
        {(code) => <RemoveButton frame={frame} code={code} deed={`uncode:${code}`} />}
      </Entered>
      <CodeField frame={frame} tried={null} deed="code" />
    </div>
  );
}

/** The codes that were entered, each with what it does not do. */
function Entered({
  frame,
  cart,
  children,
}: CodesProps & { readonly children: (code: string) => ComponentChildren }) {
  const { text } = frame.visit;
  if (cart.codes.length === 0) return null;
  return (
    <ul class="codes-entered" aria-label={text.codes.entered}>
      {cart.codes.map(({ code, reason, unmet }) => (
        <li key={code}>
          <strong>{code}</strong>
          {children(code)}
          {reason !== null && <p class="problem">{codeProblem(text, reason, unmet)}</p>}
        </li>
      ))}
    </ul>
  );
}

interface ButtonProps {
  readonly frame: Frame;
  /** Where the form has other buttons: what this one asks for. */
  readonly deed?: string;
}

function RemoveButton({ frame, code, deed }: ButtonProps & { readonly code: string }) {
  return (
    <button class="link-button" type="submit" {...(deed ? { name: "do", value: deed } : {})}>
      {frame.visit.text.basket.remove}
      <span class="unseen"> {code}</span>
    </button>
  );
}

function CodeField({ frame, tried, deed }: ButtonProps & { readonly tried: CodeTry | null }) {
  const { text } = frame.visit;
  return (
    <>
      <label for="code">{text.codes.label}</label>
      <span class="joined">
        <input
          id="code"
          name="code"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={64}
          value={tried?.typed ?? ""}
          aria-invalid={tried ? true : undefined}
          aria-describedby={tried ? "code-problem" : undefined}
        />
        <button class="button" type="submit" {...(deed ? { name: "do", value: deed } : {})}>
          {text.codes.apply}
        </button>
      </span>
      {tried && (
        <p class="problem" id="code-problem" role="alert">
          {tried.problem}
        </p>
      )}
    </>
  );
}
