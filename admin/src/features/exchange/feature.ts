import { ArrowLeftRight } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const exchange: Feature = {
  nav: [
    {
      page: "exchange",
      path: "/exchange",
      icon: ArrowLeftRight,
      group: "goods",
      permission: "catalog:import",
    },
  ],
  pages: [
    { path: "/exchange", load: () => import("./exchange-page.tsx"), permission: "catalog:import" },
    {
      path: "/exchange/$importId",
      load: () => import("./import-page.tsx"),
      permission: "catalog:import",
    },
  ],
};
