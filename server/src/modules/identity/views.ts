import { typeId } from "../../kernel/type-id.ts";
import type { SessionView } from "./contract.ts";
import type { SessionRow } from "./session.ts";

export function sessionViewOf(row: SessionRow): SessionView {
  return {
    id: typeId("session", row.id),
    startedAt: row.startedAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    address: row.address,
    current: row.current,
  };
}
