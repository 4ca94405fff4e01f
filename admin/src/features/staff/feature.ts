import { CircleUser, UserCog } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const staff: Feature = {
  nav: [
    { page: "staff", path: "/staff", icon: UserCog, group: "system", permission: "staff:write" },
    { page: "profile", path: "/profile", icon: CircleUser, group: "system" },
  ],
  pages: [
    { path: "/staff", load: () => import("./staff-page.tsx"), permission: "staff:write" },
    { path: "/profile", load: () => import("./profile-page.tsx") },
  ],
};
