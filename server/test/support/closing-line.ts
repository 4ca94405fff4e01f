import type { Reporter, TestModule } from "vitest/node";

/** Ends every run with one line that counts tests, for people and for scripts that read the last line. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      // A file that could not even be loaded has no tests to count and must not look like success.
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
    }
    const left = counts.skipped + counts.pending;
    const line = `${counts.passed} passed, ${counts.failed} failed${left > 0 ? `, ${left} not run` : ""}`;
    // After the other reporters have had their last word.
    process.once("exit", () => console.log(line));
  }
}
