import { Settings } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const settings: Feature = {
  nav: [
    {
      page: "settings",
      path: "/settings",
      icon: Settings,
      group: "system",
      permission: "settings:read",
    },
  ],
  pages: [
    { path: "/settings", load: () => import("./settings-page.tsx"), permission: "settings:read" },
  ],
};
