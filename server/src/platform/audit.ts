import type { Db } from "./db.ts";
import type { Sql } from "./sql.ts";

/** One invariant as SQL: its rows are the places where it does not hold. */
export interface AuditCheck {
  /** The invariant it belongs to: I1 … I12, with a suffix when it takes several checks (I2-zero-sum). */
  readonly id: string;
  readonly title: string;
  readonly query: Sql;
}

export interface AuditResult {
  readonly id: string;
  readonly title: string;
  /** Offending rows, at most a hundred. */
  readonly offences: readonly Record<string, unknown>[];
  readonly milliseconds: number;
}

/** Runs the checks one after another, each on what is committed when it starts. */
export async function runAudit(db: Db, checks: readonly AuditCheck[]): Promise<AuditResult[]> {
  const results: AuditResult[] = [];
  for (const { id, title, query } of checks) {
    const started = performance.now();
    const rows = (await db.all(query)) as Record<string, unknown>[];
    results.push({
      id,
      title,
      offences: rows.slice(0, 100),
      milliseconds: performance.now() - started,
    });
  }
  return results;
}
