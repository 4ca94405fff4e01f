import type { StartingPage } from "../seed-content.ts";
import { draftLegalPages } from "./legal-pages.ts";
import { draftServicePages } from "./service-pages.ts";

/** The pages of a shop that has not written its own yet, in the order of the menu. */
export const draftPages: readonly StartingPage[] = [...draftServicePages, ...draftLegalPages];
