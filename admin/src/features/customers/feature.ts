import { Users } from "lucide-react";
import type { Feature } from "../../app/feature.ts";

export const customers: Feature = {
  nav: [
    {
      page: "customers",
      path: "/customers",
      icon: Users,
      group: "people",
      permission: "customers:read",
    },
  ],
  pages: [
    {
      path: "/customers",
      load: () => import("./customers-page.tsx"),
      permission: "customers:read",
    },
    {
      path: "/customers/$customerId",
      load: () => import("./customer-page.tsx"),
      permission: "customers:read",
    },
  ],
};
