import { ShoppingCart } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const purchasing: Feature = {
  nav: [
    {
      page: "purchasing",
      path: "/purchasing",
      icon: ShoppingCart,
      group: "goods",
      permission: "stock:read",
    },
  ],
  pages: [
    { path: "/purchasing", load: () => import("./purchasing-page.tsx"), permission: "stock:read" },
  ],
};
