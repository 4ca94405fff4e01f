/** Thumbnails that follow and lead, and pictures large in a dialog with keys. */
export function startGallery(): void {
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const gallery = target?.closest<HTMLElement>("[data-gallery]");
    if (!target || !gallery) return;
    const thumb = target.closest<HTMLAnchorElement>("a[data-thumb]");
    const picture = target.closest<HTMLAnchorElement>("a[data-zoom]");
    if (thumb) showSlide(event, gallery, thumb);
    else if (picture) open(event, gallery, picture);
    else if (target.closest("[data-zoom-close]")) dialogOf(gallery)?.close();
    else if (target.closest("[data-zoom-next]")) turn(gallery, 1);
    else if (target.closest("[data-zoom-back]")) turn(gallery, -1);
  });
  document.addEventListener("keydown", (event) => {
    const open = document.querySelector<HTMLElement>("dialog[data-zoom-dialog][open]");
    const gallery = open?.closest<HTMLElement>("[data-gallery]");
    if (gallery && event.key === "ArrowRight") turn(gallery, 1);
    if (gallery && event.key === "ArrowLeft") turn(gallery, -1);
  });
  // Scrolling does not bubble, but it can be caught on its way down.
  document.addEventListener("scroll", markThumb, { capture: true, passive: true });
}

function showSlide(event: Event, gallery: HTMLElement, thumb: HTMLAnchorElement): void {
  const strip = gallery.querySelector<HTMLElement>("[data-strip]");
  const slide = document.getElementById(thumb.hash.slice(1));
  if (!strip || !slide) return;
  event.preventDefault();
  strip.scrollTo({ left: slide.offsetLeft - strip.offsetLeft });
}

function markThumb(event: Event): void {
  const strip = event.target instanceof HTMLElement ? event.target : null;
  if (!strip?.matches("[data-strip]")) return;
  const shown = Math.round(strip.scrollLeft / strip.clientWidth);
  const thumbs = strip.closest("[data-gallery]")?.querySelectorAll("a[data-thumb]") ?? [];
  for (const [index, thumb] of [...thumbs].entries()) {
    if (index === shown) thumb.setAttribute("aria-current", "true");
    else thumb.removeAttribute("aria-current");
  }
}

const shownIn = new WeakMap<HTMLElement, number>();

function open(event: Event, gallery: HTMLElement, link: HTMLAnchorElement): void {
  const dialog = dialogOf(gallery);
  if (!dialog) return;
  event.preventDefault();
  shownIn.set(gallery, linksOf(gallery).indexOf(link));
  turn(gallery, 0);
  dialog.showModal();
}

function turn(gallery: HTMLElement, by: number): void {
  const links = linksOf(gallery);
  const index = ((shownIn.get(gallery) ?? 0) + by + links.length) % links.length;
  const link = links[index];
  if (!link) return;
  shownIn.set(gallery, index);
  const picture = document.createElement("img");
  picture.src = link.href;
  picture.alt = link.querySelector("img")?.alt ?? "";
  gallery.querySelector("[data-zoom-place]")?.replaceChildren(picture);
}

function linksOf(gallery: HTMLElement): HTMLAnchorElement[] {
  return [...gallery.querySelectorAll<HTMLAnchorElement>("a[data-zoom]")];
}

function dialogOf(gallery: HTMLElement): HTMLDialogElement | null {
  return gallery.querySelector<HTMLDialogElement>("dialog[data-zoom-dialog]");
}
