import { legalPages } from "./legal-pages.ts";
import { servicePages } from "./service-pages.ts";
import type { ContentPage } from "./types.ts";

/** Pages of plain text, in the order in which the footer names them. */
export const contentPages: readonly ContentPage[] = [...servicePages, ...legalPages];
