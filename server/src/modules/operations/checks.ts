import { assert } from "../../kernel/assert.ts";
import type { AuditCheck } from "../../platform/audit.ts";

let registered: readonly AuditCheck[] = [];

/** Called once when the process starts, with the invariants of every room. */
export function setChecks(checks: readonly AuditCheck[]): void {
  registered = checks;
}

export function allChecks(): readonly AuditCheck[] {
  // An audit that checks nothing would say that all is well.
  assert(registered.length > 0, "the invariants are registered");
  return registered;
}
