import { rmSync } from "node:fs";
import { join } from "node:path";
import { stopPostmaster } from "../../src/platform/postmaster.ts";

/**
 * Started beside a temporary PostgreSQL: standard input ends when the test run does, by whatever
 * signal, and then nothing of it may stay behind.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error("Which folder?");
process.on("SIGINT", () => undefined);
process.stdin.resume().once("close", () => {
  void stopPostmaster(join(folder, "postgres")).then(() => {
    rmSync(folder, { recursive: true, force: true });
  });
});
