import { Mail } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const mails: Feature = {
  nav: [{ page: "mails", path: "/mails", icon: Mail, group: "people", permission: "mails:read" }],
  pages: [
    { path: "/mails", load: () => import("./mails-page.tsx"), permission: "mails:read" },
    { path: "/mails/$mailId", load: () => import("./mail-page.tsx"), permission: "mails:read" },
  ],
};
