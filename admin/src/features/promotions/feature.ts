import { BadgePercent } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const promotions: Feature = {
  nav: [
    {
      page: "promotions",
      path: "/promotions",
      icon: BadgePercent,
      group: "goods",
      permission: "catalog:read",
    },
  ],
  pages: [
    {
      path: "/promotions",
      load: () => import("./promotions-page.tsx"),
      permission: "catalog:read",
    },
    {
      path: "/promotions/new",
      load: () => import("./new-promotion-page.tsx"),
      permission: "catalog:write",
    },
    {
      path: "/promotions/simulator",
      load: () => import("./simulator-page.tsx"),
      permission: "catalog:read",
    },
    {
      path: "/promotions/$promotionId",
      load: () => import("./promotion-page.tsx"),
      permission: "catalog:read",
    },
  ],
};
