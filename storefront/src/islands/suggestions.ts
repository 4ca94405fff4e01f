const patience = 130;

/** Shows what the shop would find below the search field while words are typed. */
export function startSuggestions(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suggest]")) {
    const input = form.querySelector<HTMLInputElement>("input[type=search]");
    const list = form.querySelector<HTMLElement>("[data-suggestions]");
    if (input && list) attach(form, input, list);
  }
}

function attach(form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = "";
  const close = (): void => void (list.hidden = true);
  const look = async (): Promise<void> => {
    const q = input.value.trim();
    asked = q;
    if (q.length < 2) return close();
    const response = await fetch(`${form.dataset["suggest"] ?? ""}?q=${encodeURIComponent(q)}`);
    // An answer to older words, or none at all, is not shown.
    if (!response.ok || asked !== q) return;
    list.innerHTML = await response.text();
    list.hidden = document.activeElement !== input;
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look().catch(close), patience);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      close();
      input.focus();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event, input, list);
  });
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close();
  });
}

/** Up and down walk through field and suggestions as one list. */
function step(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  if (list.hidden) return;
  const stops: HTMLElement[] = [input, ...list.querySelectorAll<HTMLElement>("a")];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
