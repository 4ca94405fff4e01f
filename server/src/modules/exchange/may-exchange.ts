import type { Permission } from "../../kernel/endpoint.ts";
import { notAllowed, refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type ExportKind, exportKinds, type ImportKind, importKinds } from "./kinds.ts";

/** Files change and show what other desks guard, so each kind asks for that desk's permission, too. */
const toImport: Readonly<Record<ImportKind, Permission>> = {
  products: "catalog:write",
  stock: "stock:write",
  customers: "customers:write",
  redirects: "content:write",
};

const toExport: Readonly<Record<ExportKind, Permission>> = {
  products: "catalog:read",
  stock: "stock:read",
  customers: "customers:read",
  orders: "orders:read",
  redirects: "content:read",
};

function holds({ principal }: Pick<Context, "principal">, permission: Permission): boolean {
  if (principal.kind === "system") return true;
  return principal.kind === "staff" && principal.permissions.has(permission);
}

export function importableKinds(ctx: Pick<Context, "principal">): ImportKind[] {
  return importKinds.filter((kind) => holds(ctx, toImport[kind]));
}

export function exportableKinds(ctx: Pick<Context, "principal">): ExportKind[] {
  return exportKinds.filter((kind) => holds(ctx, toExport[kind]));
}

export function requireImportable(ctx: Pick<Context, "principal">, kind: ImportKind): void {
  if (!holds(ctx, toImport[kind])) refuse(notAllowed, { permission: toImport[kind] });
}

export function requireExportable(ctx: Pick<Context, "principal">, kind: ExportKind): void {
  if (!holds(ctx, toExport[kind])) refuse(notAllowed, { permission: toExport[kind] });
}
