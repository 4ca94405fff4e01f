import { createRootRoute, createRoute, createRouter, Outlet } from "@tanstack/react-router";
import { lazy } from "react";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { Crashed } from "./crashed.tsx";
import type { PageRoute } from "./feature.ts";
import { features } from "./features.ts";
import { Guarded } from "./guarded.tsx";
import { NotFound } from "./not-found.tsx";
import { Shell } from "./shell.tsx";

const root = createRootRoute({ component: Outlet });

/** Pages for people who are signed in, inside the shell. */
const office = createRoute({
  getParentRoute: () => root,
  id: "office",
  component: Shell,
  notFoundComponent: NotFound,
});

const outside: readonly PageRoute[] = [
  { path: "/setup", load: () => import("../features/sign-in/set-up-page.tsx") },
  { path: "/reset", load: () => import("../features/sign-in/reset-page.tsx") },
  { path: "/invitation", load: () => import("../features/sign-in/invitation-page.tsx") },
];

const officeRoutes = features
  .flatMap((feature) => feature.pages)
  .map((page) => {
    const Content = lazy(page.load);
    return createRoute({
      getParentRoute: () => office,
      path: page.path,
      // Fetches the page's code as soon as a link to it is pointed at.
      loader: async () => {
        await page.load();
      },
      component: () => (
        <Guarded permission={page.permission}>
          <Content />
        </Guarded>
      ),
    });
  });

const outsideRoutes = outside.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazy(page.load),
  }),
);

const anyOther = createRoute({ getParentRoute: () => office, path: "$", component: NotFound });

export const router = createRouter({
  routeTree: root.addChildren([...outsideRoutes, office.addChildren([...officeRoutes, anyOther])]),
  basepath: "/admin",
  scrollRestoration: true,
  defaultPreload: "intent",
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: Crashed,
  // Filters stand in the address as plain text, not as JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString();
    return text === "" ? "" : `?${text}`;
  },
});
