import { Armchair } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const products: Feature = {
  nav: [
    {
      page: "products",
      path: "/products",
      icon: Armchair,
      group: "goods",
      permission: "catalog:read",
    },
  ],
  pages: [
    { path: "/products", load: () => import("./products-page.tsx"), permission: "catalog:read" },
    {
      path: "/products/new",
      load: () => import("./new-product-page.tsx"),
      permission: "catalog:write",
    },
    {
      path: "/products/$productId",
      load: () => import("./product-page.tsx"),
      permission: "catalog:read",
    },
  ],
};
