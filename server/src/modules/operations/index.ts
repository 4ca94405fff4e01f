export { runChecks } from "./run-audit.ts";
export { setChecks } from "./checks.ts";
