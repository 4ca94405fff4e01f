import { FolderTree } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const categories: Feature = {
  nav: [
    {
      page: "categories",
      path: "/categories",
      icon: FolderTree,
      group: "goods",
      permission: "catalog:read",
    },
  ],
  pages: [
    {
      path: "/categories",
      load: () => import("./categories-page.tsx"),
      permission: "catalog:read",
    },
  ],
};
