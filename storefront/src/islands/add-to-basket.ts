import { refreshHeader } from "./header-state.ts";
import { sendForm } from "./regions.ts";

/** "Add to basket" without leaving the product: says that it worked, or why it did not. */
export function startAddToBasket(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset["add"] === undefined) return;
    event.preventDefault();
    void add(form);
  });
}

async function add(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector("button");
  const said = form.parentElement?.querySelector("[data-add-said]");
  if (button) button.disabled = true;
  try {
    const { page, ok } = await sendForm(form);
    const problem = page.querySelector(".notice-bad")?.textContent;
    if (said) said.replaceChildren(ok ? addedText(form) : (problem ?? ""));
    await refreshHeader();
  } catch {
    form.submit(); // the same without a script
  } finally {
    if (button) button.disabled = false;
  }
}

function addedText(form: HTMLFormElement): DocumentFragment {
  const basket = document.querySelector<HTMLAnchorElement>("[data-basket]");
  const link = document.createElement("a");
  link.href = basket?.href ?? "/basket";
  link.textContent = basket?.querySelector(".unseen")?.textContent ?? "";
  const fragment = document.createDocumentFragment();
  fragment.append(`${form.dataset["add"] ?? ""} `, link);
  return fragment;
}
