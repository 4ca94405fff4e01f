import { Boxes } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const stock: Feature = {
  nav: [{ page: "stock", path: "/stock", icon: Boxes, group: "goods", permission: "stock:read" }],
  pages: [
    { path: "/stock", load: () => import("./stock-page.tsx"), permission: "stock:read" },
    {
      path: "/stock/movements",
      load: () => import("./movements-page.tsx"),
      permission: "stock:read",
    },
    {
      path: "/stock/$variantId",
      load: () => import("./stock-item-page.tsx"),
      permission: "stock:read",
    },
  ],
};
