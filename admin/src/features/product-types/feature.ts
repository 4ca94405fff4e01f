import { Tags } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const productTypes: Feature = {
  nav: [
    {
      page: "productTypes",
      path: "/product-types",
      icon: Tags,
      group: "goods",
      permission: "catalog:read",
    },
  ],
  pages: [
    {
      path: "/product-types",
      load: () => import("./types-page.tsx"),
      permission: "catalog:read",
    },
    {
      path: "/product-types/$typeId",
      load: () => import("./type-page.tsx"),
      permission: "catalog:read",
    },
  ],
};
