import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { Permission } from "@shopwright/server/kernel/endpoint";
import type { ShellWords } from "../locales/shell.ts";

export type PageName = keyof ShellWords["pages"];
export type NavGroup = keyof ShellWords["groups"];

/** A page: its address below /admin, and how its code is fetched once somebody goes there. */
export interface PageRoute {
  /** "/orders/$orderId": a part after $ is a parameter, read with `usePageParam`. */
  readonly path: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** Without it the page says that the role does not include it. */
  readonly permission?: Permission;
}

/** An entry of the menu and of the command palette. */
export interface NavEntry {
  /** Its text stands in locales/…/shell.ts under `pages`. */
  readonly page: PageName;
  readonly path: string;
  readonly icon: LucideIcon;
  readonly group: NavGroup;
  readonly permission?: Permission;
}

/** What a folder of features/ brings to the shell; `features.ts` lists them. */
export interface Feature {
  readonly nav: readonly NavEntry[];
  readonly pages: readonly PageRoute[];
}
