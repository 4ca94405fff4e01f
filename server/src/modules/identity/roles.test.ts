import { describe, expect, it } from "vitest";
import { permissions } from "../../kernel/endpoint.ts";
import { covers, permissionsOf, rolePermissions, roles } from "./roles.ts";

describe("roles", () => {
  // Spelled out, so that a permission that is added or moved is seen by whoever reviews it.
  it("may do exactly this", () => {
    expect(rolePermissions).toMatchInlineSnapshot(`
      {
        "accounts": [
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
        "manager": [
          "orders:read",
          "orders:write",
          "orders:refund",
          "payments:write",
          "catalog:read",
          "catalog:write",
          "catalog:import",
          "content:read",
          "content:write",
          "stock:read",
          "stock:write",
          "shipments:read",
          "shipments:write",
          "customers:read",
          "customers:write",
          "books:read",
          "books:write",
          "mails:read",
          "jobs:read",
          "jobs:write",
          "settings:read",
          "settings:write",
          "audit:run",
        ],
        "owner": [
          "orders:read",
          "orders:write",
          "orders:refund",
          "payments:write",
          "catalog:read",
          "catalog:write",
          "catalog:import",
          "content:read",
          "content:write",
          "stock:read",
          "stock:write",
          "shipments:read",
          "shipments:write",
          "customers:read",
          "customers:write",
          "books:read",
          "books:write",
          "mails:read",
          "jobs:read",
          "jobs:write",
          "settings:read",
          "settings:write",
          "staff:write",
          "audit:run",
        ],
        "support": [
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
        "warehouse": [
          "orders:read",
          "catalog:read",
          "stock:read",
          "stock:write",
          "shipments:read",
          "shipments:write",
        ],
      }
    `);
  });

  it("are all covered by the owner, who alone decides about staff", () => {
    for (const role of roles) expect(covers(permissionsOf("owner"), role)).toBe(true);
    expect(roles.filter((role) => permissionsOf(role).has("staff:write"))).toEqual(["owner"]);
    expect(permissionsOf("owner")).toEqual(new Set(permissions));
  });

  it("do not cover one another where each may do something of its own", () => {
    expect(covers(permissionsOf("warehouse"), "accounts")).toBe(false);
    expect(covers(permissionsOf("manager"), "owner")).toBe(false);
    expect(covers(permissionsOf("manager"), "support")).toBe(true);
  });
});
