import { FileText } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const content: Feature = {
  nav: [
    {
      page: "content",
      path: "/content",
      icon: FileText,
      group: "goods",
      permission: "content:read",
    },
  ],
  pages: [
    { path: "/content", load: () => import("./content-page.tsx"), permission: "content:read" },
  ],
};
