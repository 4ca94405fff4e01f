/** Fetches a page of this shop and gives it as a document, with the address it ended at. */
export async function fetchPage(
  address: string,
  init: RequestInit = {},
): Promise<{ page: Document; address: string; ok: boolean }> {
  const response = await fetch(address, { ...init, headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { page, address: response.url, ok: response.ok };
}

/** Sends a form as the browser would, without leaving the page. */
export function sendForm(form: HTMLFormElement, extra: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") body.append(name, value);
  }
  for (const [name, value] of Object.entries(extra)) body.set(name, value);
  return fetchPage(addressOf(form), { method: "POST", body });
}

/**
 * Puts the regions with these ids from a fetched page into this one. What had the focus keeps it,
 * if the new region has an element of the same id or a link of the same address. False when the page
 * lacks a region: then it is another page, and the browser had better go there.
 */
export function replaceRegions(page: Document, ids: readonly string[]): boolean {
  const pairs = ids.map((id) => [document.getElementById(id), page.getElementById(id)] as const);
  if (pairs.some(([, next]) => next === null)) return false;
  const focused = document.activeElement;
  const inside = pairs.some(([now]) => now?.contains(focused) ?? false);
  for (const [now, next] of pairs) {
    if (now && next) now.replaceWith(next);
  }
  if (inside && focused !== null) refocus(focused, ids);
  return true;
}

function refocus(focused: Element, ids: readonly string[]): void {
  const link = focused.getAttribute("href");
  const same =
    (focused.id && document.getElementById(focused.id)) ||
    (link && document.querySelector(`a[href="${CSS.escape(link)}"]`)) ||
    document.getElementById(ids[0] ?? "");
  if (same instanceof HTMLElement) same.focus({ preventScroll: true });
}

/** Marks regions as being worked on, for eyes and for readers. */
export function setBusy(ids: readonly string[], busy: boolean): void {
  for (const id of ids) {
    const region = document.getElementById(id);
    if (busy) region?.setAttribute("aria-busy", "true");
    else region?.removeAttribute("aria-busy");
  }
}

/** Where a form is sent; a field named "action" would hide the property of that name. */
export function addressOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute("action") ?? "", location.href).href;
}
