import type { Feature } from "../../app/feature.ts";

/** The first set-up; the shell points to it until it is through. */
export const begin: Feature = {
  nav: [],
  pages: [{ path: "/begin", load: () => import("./begin-page.tsx"), permission: "settings:write" }],
};
