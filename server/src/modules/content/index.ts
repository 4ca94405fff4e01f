export { seedContent, type StartingPage } from "./seed-content.ts";
export type { Home } from "./shapes.ts";
export { keepContentReady } from "./snapshot.ts";
export { findRedirects, foldedPath, nextRedirects, saveRedirects } from "./redirects.ts";
export type { Redirect } from "./redirects.ts";
