import { replaceRegions, sendForm, setBusy } from "./regions.ts";

const always = ["checkout-said", "checkout-delivery", "checkout-paymentMethod", "summary"];
let latest = 0;

/** Delivery, prices and tax follow what is typed; nothing that was typed is touched. */
export function startCheckout(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-checkout]");
  form?.addEventListener("input", (event) => forgetProblem(event.target));
  form?.addEventListener("change", (event) => {
    const field = event.target as Element & { readonly name?: string };
    const name = field.name ?? "";
    const country = name.endsWith(".country");
    if (country || /^(delivery|payment|vatId)$|\.(region|postcode)$/.test(name)) {
      const address = country ? [`${name.split(".")[0] ?? ""}-address`] : [];
      const vatId = name === "vatId" ? ["checkout-vat"] : [];
      void update(form, [...always, ...address, ...vatId]);
    }
  });
}

async function update(form: HTMLFormElement, regions: readonly string[]): Promise<void> {
  const mine = ++latest;
  setBusy(["summary"], true);
  try {
    const { page, address } = await sendForm(form, { do: "keep" });
    if (mine !== latest) return;
    if (!replaceRegions(page, regions)) location.assign(address);
  } catch {
    // Nothing came back: the form is as it was, and its buttons still work.
    setBusy(["summary"], false);
  }
}

/** What was wrong with a field is no longer said once it is being put right. */
function forgetProblem(field: EventTarget | null): void {
  if (!(field instanceof HTMLElement) || !field.hasAttribute("aria-invalid")) return;
  field.removeAttribute("aria-invalid");
  document.getElementById(`${field.id}-problem`)?.remove();
  const hint = `${field.id}-hint`;
  if (document.getElementById(hint)) field.setAttribute("aria-describedby", hint);
  else field.removeAttribute("aria-describedby");
}
