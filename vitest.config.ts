import { defineConfig } from "vitest/config";

/** Whole processes, many connections or a browser: each of these wants the machine to itself. */
const slow = ["server/test/{journeys,races,faults,model}/**/*.test.ts", "bin/slow/**/*.test.ts"];

const nowhere = ["**/node_modules/**", "**/dist/**", "data/**", ".cache/**"];

export default defineConfig({
  test: {
    globalSetup: ["server/test/support/postgres.ts"],
    reporters: ["default", "./server/test/support/closing-line.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Loading the program takes longer than most files' tests, so a process does it once for all of its
    // files. What a file sets for its process (providers, storage, a clock) it sets for itself alone.
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: ["{bin,server,tools,storefront,admin,demo,bench}/**/*.test.{ts,tsx,mjs}"],
          exclude: [...nowhere, ...slow],
          // The two-core machine may be busy with something else just then.
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: slow,
          globalSetup: ["server/test/support/browser.ts"],
          exclude: nowhere,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
