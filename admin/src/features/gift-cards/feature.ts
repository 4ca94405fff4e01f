import { Gift } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const giftCards: Feature = {
  nav: [
    {
      page: "giftCards",
      path: "/gift-cards",
      icon: Gift,
      group: "people",
      permission: "customers:read",
    },
  ],
  pages: [
    {
      path: "/gift-cards",
      load: () => import("./gift-cards-page.tsx"),
      permission: "customers:read",
    },
    {
      path: "/gift-cards/$cardId",
      load: () => import("./gift-card-page.tsx"),
      permission: "customers:read",
    },
  ],
};
