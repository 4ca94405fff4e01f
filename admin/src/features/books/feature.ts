import { BookOpenText, FileText, Landmark, Scale } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const books: Feature = {
  nav: [
    {
      page: "documents",
      path: "/documents",
      icon: FileText,
      group: "money",
      permission: "books:read",
    },
    {
      page: "bankLines",
      path: "/bank-lines",
      icon: Landmark,
      group: "money",
      permission: "payments:write",
    },
    {
      page: "journal",
      path: "/journal",
      icon: BookOpenText,
      group: "money",
      permission: "books:read",
    },
    {
      page: "trialBalance",
      path: "/trial-balance",
      icon: Scale,
      group: "money",
      permission: "books:read",
    },
  ],
  pages: [
    { path: "/documents", load: () => import("./documents-page.tsx"), permission: "books:read" },
    { path: "/bank-lines", load: () => import("./bank-lines-page.tsx"), permission: "orders:read" },
    { path: "/journal", load: () => import("./journal-page.tsx"), permission: "books:read" },
    {
      path: "/trial-balance",
      load: () => import("./trial-balance-page.tsx"),
      permission: "books:read",
    },
    {
      path: "/accounts/$code/$currency",
      load: () => import("./account-sheet-page.tsx"),
      permission: "books:read",
    },
  ],
};
