import { type Permission, permissions } from "../../kernel/endpoint.ts";

/** What people do in the back office, from everything to one desk. */
export const roles = ["owner", "manager", "warehouse", "accounts", "support"] as const;
export type Role = (typeof roles)[number];

const allBut = (...excluded: readonly Permission[]): readonly Permission[] =>
  permissions.filter((permission) => !excluded.includes(permission));

/** What each role may do. The owner alone decides who works here. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  owner: permissions,
  manager: allBut("staff:write"),
  warehouse: [
    "orders:read",
    "catalog:read",
    "stock:read",
    "stock:write",
    "shipments:read",
    "shipments:write",
  ],
  accounts: [
    "orders:read",
    "orders:refund",
    "payments:write",
    "catalog:read",
    "stock:read",
    "shipments:read",
    "customers:read",
    "books:read",
    "books:write",
    "mails:read",
    "settings:read",
    "audit:run",
  ],
  support: [
    "orders:read",
    "orders:write",
    "catalog:read",
    "content:read",
    "stock:read",
    "shipments:read",
    "customers:read",
    "customers:write",
    "mails:read",
  ],
};

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(rolePermissions[role]);
}

/** True when everything the second role may do is within what the first one may. */
export function covers(holder: ReadonlySet<string>, role: Role): boolean {
  return rolePermissions[role].every((permission) => holder.has(permission));
}
