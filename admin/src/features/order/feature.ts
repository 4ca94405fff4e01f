import type { Feature } from "../../app/feature.ts";

export const order: Feature = {
  nav: [],
  pages: [
    { path: "/orders/$orderId", load: () => import("./order-page.tsx"), permission: "orders:read" },
  ],
};
