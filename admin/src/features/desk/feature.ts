import { ClipboardList } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const desk: Feature = {
  nav: [
    { page: "orders", path: "/", icon: ClipboardList, group: "work", permission: "orders:read" },
  ],
  pages: [{ path: "/", load: () => import("./desk-page.tsx"), permission: "orders:read" }],
};
