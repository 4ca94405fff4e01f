import { ListChecks, ShieldCheck } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const jobs: Feature = {
  nav: [
    { page: "jobs", path: "/jobs", icon: ListChecks, group: "system", permission: "jobs:read" },
    { page: "audit", path: "/audit", icon: ShieldCheck, group: "system", permission: "audit:run" },
  ],
  pages: [
    { path: "/jobs", load: () => import("./jobs-page.tsx"), permission: "jobs:read" },
    { path: "/audit", load: () => import("./audit-page.tsx"), permission: "audit:run" },
  ],
};
