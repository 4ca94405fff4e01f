import { describe, expect, it } from "vitest";
import { dependencies } from "../src/app/dependencies.ts";
import { arrowCycles, arrowViolations, layerViolations } from "./architecture/imports.ts";
import { readSources, type Source } from "./architecture/source.ts";
import { sqlViolations } from "./architecture/sql-ownership.ts";
import { styleViolations } from "./architecture/style.ts";

const server = readSources("server/src", "server/test");
const everything = [...server, ...readSources("storefront/src", "admin/src", "demo", "tools")];
const rooms = Object.keys(dependencies);

const planted = (path: string, text: string): Source[] => [{ path, text }];

describe("arrows between rooms", () => {
  it("are the declared ones", () => {
    expect(arrowViolations(server, dependencies)).toEqual([]);
  });
  it("lead nowhere in a circle", () => {
    expect(arrowCycles(dependencies)).toEqual([]);
  });
  it("notices a call against the arrows", () => {
    const source = planted(
      "server/src/modules/ledger/post.ts",
      'import { placeOrder } from "../checkout/index.ts";',
    );
    expect(arrowViolations(source, dependencies)).toEqual([
      "server/src/modules/ledger/post.ts: no arrow from ledger to checkout",
    ]);
  });
  it("notices a reach past the door", () => {
    const source = planted(
      "server/src/modules/checkout/x.ts",
      'import { store } from "../orders/store.ts";',
    );
    expect(arrowViolations(source, dependencies)[0]).toMatch(/only index.ts and contract.ts/);
  });
  it("notices a circle", () => {
    expect(arrowCycles({ a: ["b"], b: ["c"], c: ["a"] })).toContain("a → b → c → a");
  });
});

describe("layers", () => {
  it("know only what lies below them", () => {
    expect(layerViolations(everything)).toEqual([]);
  });
  it.each([
    ["server/src/kernel/x.ts", 'import fs from "node:fs";'],
    ["server/src/platform/x.ts", 'import { a } from "../modules/orders/index.ts";'],
    ["server/src/modules/orders/contract.ts", 'import pg from "pg";'],
    ["storefront/src/pages/x.tsx", 'import { a } from "@shopwright/server/platform/db.ts";'],
    ["admin/src/app/x.tsx", 'import { a } from "../../../server/src/modules/orders/queries.ts";'],
  ])("notices %s reaching up", (path, text) => {
    expect(layerViolations(planted(path, text))).toHaveLength(1);
  });
});

describe("schemas", () => {
  it("are written to by their room only", () => {
    expect(sqlViolations(server, rooms)).toEqual([]);
  });
  it("notices a stranger's update", () => {
    const source = planted(
      "server/src/modules/desk/x.ts",
      "sql`update orders.line set quantity = 0`",
    );
    expect(sqlViolations(source, rooms)).toEqual([
      "server/src/modules/desk/x.ts writes to orders.line, which belongs to orders",
    ]);
  });
});

describe("house style", () => {
  it("holds in every file", () => {
    expect(styleViolations(everything)).toEqual([]);
  });
  it.each([
    ["server/src/kernel/utils.ts", "export const a = 1;", "named after nothing"],
    ["server/src/kernel/BigName.ts", "export const a = 1;", "kebab-case"],
    ["server/src/kernel/a.ts", "export const a: any = 1;", "uses any"],
    ["server/src/kernel/a.ts", "export const a = b!.c;", "non-null"],
    ["server/src/kernel/a.ts", "// @ts-" + "ignore", "silences"],
    ["server/src/kernel/a.ts", "// TO" + "DO later", "undone"],
    ["server/src/kernel/a.ts", "console.log(1);", "console"],
    ["server/src/kernel/a.ts", "try { a(); } catch {}", "swallows"],
    ["server/src/kernel/a.test.ts", "it.on" + 'ly("x", () => {});', "does not run"],
    ["server/src/kernel/a.ts", "a;\n".repeat(401), "split it by noun"],
  ])("notices a fault planted in %s: %s", (path, text, problem) => {
    expect(styleViolations(planted(path, text)).join()).toContain(problem);
  });
});
