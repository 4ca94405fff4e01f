import { PackageCheck, Truck } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const fulfilment: Feature = {
  nav: [
    {
      page: "fulfilment",
      path: "/fulfilment",
      icon: PackageCheck,
      group: "work",
      permission: "shipments:read",
    },
    {
      page: "shipments",
      path: "/shipments",
      icon: Truck,
      group: "work",
      permission: "shipments:read",
    },
  ],
  pages: [
    { path: "/fulfilment", load: () => import("./board-page.tsx"), permission: "shipments:read" },
    {
      path: "/fulfilment/$workId",
      load: () => import("./work-page.tsx"),
      permission: "shipments:read",
    },
    {
      path: "/shipments",
      load: () => import("./shipments-page.tsx"),
      permission: "shipments:read",
    },
  ],
};
