interface State {
  readonly count: number;
  /** "3 items in the basket", or nothing. */
  readonly said: string;
  readonly name: string | null;
}

/** Fills in what is the shopper's own: pages from the cache know neither basket nor name. */
export async function refreshHeader(): Promise<void> {
  const basket = document.querySelector<HTMLElement>("[data-basket]");
  const address = basket?.dataset["basket"];
  if (!basket || address === undefined) return;
  const response = await fetch(address, { headers: { accept: "application/json" } });
  if (!response.ok) return;
  const state = (await response.json()) as State;
  const badge = basket.querySelector<HTMLElement>("[data-basket-count]");
  if (badge) {
    badge.hidden = state.count === 0;
    badge.textContent = state.count === 0 ? "" : String(state.count);
    badge.title = state.said;
  }
  const name = document.querySelector("[data-account-name]");
  if (name && state.name !== null) name.textContent = state.name;
}
