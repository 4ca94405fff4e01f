import type { CartView } from "@shopwright/server/contracts/cart";
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
  readonly tried: CodeTry | null;
}

/**
 * The field for a code, and the codes entered with what each does. Inside the checkout's form the buttons say what
 * is asked for; in the basket the fields stand in a form of their own, with the same names.
 */
export function Codes({ frame, cart, tried }: CodesProps) {
  const { text } = frame.visit;
  return (
    <div class="codes" id="codes">
      {cart.codes.length > 0 && (
        <ul class="codes-entered" aria-label={text.codes.entered}>
          {cart.codes.map(({ code, reason, unmet }) => (
            <li key={code}>
              <strong>{code}</strong>
              <button class="link-button" type="submit" name="do" value={`uncode:${code}`}>
                {text.basket.remove}
                <span class="unseen"> {code}</span>
              </button>
              {reason !== null && <p class="problem">{codeProblem(text, reason, unmet)}</p>}
            </li>
          ))}
        </ul>
      )}
      <label for="code">{text.codes.label}</label>
      <span class="joined">
        <input
          id="code"
          type="text"
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={64}
          value={tried?.typed ?? ""}
          aria-invalid={tried ? true : undefined}
          aria-describedby={tried ? "code-problem" : undefined}
        />
        <button class="button" type="submit" name="do" value="code">
          {text.codes.apply}
        </button>
      </span>
      {tried && (
        <p class="problem" id="code-problem" role="alert">
          {tried.problem}
        </p>
      )}
    </div>
  );
}
