import { useSyncExternalStore } from "react";
import { isLocale } from "@shopwright/server/kernel/locale";
import type { Locale } from "@shopwright/server/kernel/locale";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** How this browser shows the back office; kept on this device. */
export interface Preferences {
  readonly theme: Theme;
  readonly density: Density;
  readonly locale: Locale;
}

const storageName = "shopwright.preferences";
const listeners = new Set<() => void>();
// Outside a browser (tests of what only says things) there is no window to ask.
const darkMedia =
  typeof window === "undefined" ? null : window.matchMedia("(prefers-color-scheme: dark)");
let current: Preferences = readPreferences();

export function usePreferences(): Preferences {
  return useSyncExternalStore(listen, () => current);
}

export function useLocale(): Locale {
  return useSyncExternalStore(listen, () => current.locale);
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(storageName, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing (private mode, full) still shows the choice until it is closed.
  }
  applyPreferences();
  for (const listener of listeners) listener();
}

/** Puts theme, density and language onto the document; runs before the first paint of the page. */
export function applyPreferences(): void {
  const root = document.documentElement;
  const dark =
    current.theme === "dark" || (current.theme === "system" && darkMedia?.matches === true);
  root.dataset["theme"] = dark ? "dark" : "light";
  root.dataset["density"] = current.density;
  root.lang = current.locale;
}

darkMedia?.addEventListener("change", applyPreferences);

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readPreferences(): Preferences {
  const language = navigator.language.slice(0, 2);
  const fallback: Preferences = {
    theme: "system",
    density: "comfortable",
    locale: isLocale(language) ? language : "en",
  };
  try {
    const kept = JSON.parse(localStorage.getItem(storageName) ?? "{}") as Partial<Preferences>;
    return {
      theme: themes.find((theme) => theme === kept.theme) ?? fallback.theme,
      density: densities.find((density) => density === kept.density) ?? fallback.density,
      locale: kept.locale !== undefined && isLocale(kept.locale) ? kept.locale : fallback.locale,
    };
  } catch {
    // What was kept is unreadable or may not be read: start as on a new device.
    return fallback;
  }
}
