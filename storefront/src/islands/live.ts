import { refreshHeader } from "./header-state.ts";
import { addressOf, fetchPage, replaceRegions, sendForm, setBusy } from "./regions.ts";

/** Only the latest of several overlapping changes is shown. */
let latest = 0;

/** Links, filters and forms whose page differs in some regions only: those are exchanged. */
export function startLive(): void {
  document.addEventListener("click", onClick);
  document.addEventListener("change", onChange);
  document.addEventListener("submit", onSubmit);
}

function onClick(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey
  )
    return;
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>("a[data-live-link], a[data-more]");
  if (!link) return;
  event.preventDefault();
  const more = link.dataset["more"];
  if (more !== undefined) void appendMore(link.href, more);
  else void show(link.href, (link.dataset["liveLink"] ?? "").split(" "));
}

function onChange(event: Event): void {
  const field = event.target instanceof HTMLElement ? event.target : null;
  const filter = field?.closest<HTMLFormElement>("form[data-live-filter]");
  // On a phone the filters are a sheet that is sent as a whole.
  if (filter && !filter.matches(":popover-open")) void show(filterAddress(filter), ["listing"]);
  const form = field?.closest<HTMLFormElement>("form[data-submit-on-change]");
  if (form) soon(() => form.requestSubmit());
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.matches("form[data-live-filter]")) {
    event.preventDefault();
    if (form.matches(":popover-open")) form.hidePopover();
    void show(filterAddress(form), ["listing"]);
  }
  const region = form.dataset["liveForm"];
  // The basket's form may stand on another page, such as the checkout: then the browser sends it.
  if (region !== undefined && document.getElementById(region)) {
    event.preventDefault();
    void send(form, region);
  }
}

async function show(address: string, regions: readonly string[]): Promise<void> {
  const mine = ++latest;
  setBusy(regions, true);
  try {
    const { page, address: ended } = await fetchPage(address);
    if (mine !== latest) return;
    if (!replaceRegions(page, regions)) location.assign(address);
    else history.replaceState(null, "", ended);
  } catch {
    location.assign(address); // no network here either: the browser explains it
  }
}

async function send(form: HTMLFormElement, region: string): Promise<void> {
  const mine = ++latest;
  setBusy([region], true);
  try {
    const { page, address } = await sendForm(form);
    if (mine === latest && !replaceRegions(page, [region])) location.assign(address);
    void refreshHeader();
  } catch {
    form.submit(); // the same without a script
  }
}

async function appendMore(address: string, region: string): Promise<void> {
  setBusy([region], true);
  try {
    const { page } = await fetchPage(address);
    const here = document.getElementById(region);
    const there = page.getElementById(region);
    const grid = here?.querySelector(".grid");
    const added = [...(there?.querySelectorAll(".grid > li") ?? [])];
    if (!grid || added.length === 0) return location.assign(address);
    grid.append(...added);
    const next = there?.querySelector("a[data-more]");
    const button = here?.querySelector("a[data-more]");
    if (next && button) button.replaceWith(next);
    else button?.remove();
    added[0]?.querySelector("a")?.focus({ preventScroll: true });
    setBusy([region], false);
  } catch {
    location.assign(address);
  }
}

function filterAddress(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const text = typeof value === "string" ? value.trim() : "";
    if (text !== "" && !(name === "sort" && text === "recommended")) query.append(name, text);
  }
  const address = addressOf(form);
  return query.size === 0 ? address : `${address}?${query.toString()}`;
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Several quick steps of a number field become one. */
function soon(work: () => void): void {
  clearTimeout(waiting);
  waiting = setTimeout(work, 350);
}
