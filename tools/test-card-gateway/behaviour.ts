import type { Operation } from "./cards.ts";
import { Refusal } from "./refusal.ts";

export type Call = Operation | "create" | "read";

/**
 * error: 500, nothing done. drop_before: the connection dies, nothing done.
 * drop_after: done, but the connection dies without an answer.
 */
export interface Injection {
  readonly call: Call;
  readonly mode: "error" | "drop_before" | "drop_after";
  readonly times: number;
}

/** What tests may turn; times in milliseconds. Held in memory, so a restart brings the defaults. */
export interface Behaviour {
  latency_ms: number;
  slow_ms: number;
  hang_ms: number;
  late_ms: number;
  reorder_ms: number;
  refund_pending_ms: number;
  retry_base_ms: number;
  webhook_url: string | null;
  webhooks: "on" | "off";
  inject: Injection[];
}

const timings = [
  "latency_ms",
  "slow_ms",
  "hang_ms",
  "late_ms",
  "reorder_ms",
  "refund_pending_ms",
  "retry_base_ms",
] as const;

const calls: readonly string[] = ["create", "read", "pay", "capture", "void", "refund"];
const modes: readonly string[] = ["error", "drop_before", "drop_after"];

export function defaultBehaviour(webhookUrl: string | null): Behaviour {
  return {
    latency_ms: 0,
    slow_ms: 3_000,
    hang_ms: 30_000,
    late_ms: 10_000,
    reorder_ms: 2_000,
    refund_pending_ms: 5_000,
    retry_base_ms: 500,
    webhook_url: webhookUrl,
    webhooks: "on",
    inject: [],
  };
}

/** Changes only what `input` names; on a refusal nothing is changed. */
export function changeBehaviour(behaviour: Behaviour, input: Record<string, unknown>): void {
  const changed = { ...behaviour };
  for (const [field, value] of Object.entries(input)) setField(changed, field, value);
  Object.assign(behaviour, changed);
}

/** Uses up one injection for this call, if one waits. */
export function takeInjection(behaviour: Behaviour, call: Call): Injection | null {
  const injection = behaviour.inject.find((candidate) => candidate.call === call);
  if (injection === undefined) return null;
  behaviour.inject = behaviour.inject.flatMap((candidate) => {
    if (candidate !== injection) return [candidate];
    return candidate.times > 1 ? [{ ...candidate, times: candidate.times - 1 }] : [];
  });
  return injection;
}

function setField(behaviour: Behaviour, field: string, value: unknown): void {
  const timing = timings.find((name) => name === field);
  if (timing !== undefined) behaviour[timing] = parseMilliseconds(field, value);
  else if (field === "webhook_url") behaviour.webhook_url = parseUrlOrNull(value);
  else if (field === "webhooks") behaviour.webhooks = value === "off" ? "off" : "on";
  else if (field === "inject") behaviour.inject = parseInjections(value);
  else throw new Refusal(400, "unknown_field", "No such setting.", field);
}

function parseMilliseconds(field: string, value: unknown): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 3_600_000) {
    return value;
  }
  throw new Refusal(400, "invalid_field", "Whole milliseconds, at most an hour.", field);
}

function parseUrlOrNull(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value === "string" && /^https?:/.test(value) && URL.canParse(value)) return value;
  throw new Refusal(400, "invalid_field", "An http or https address, or null.", "webhook_url");
}

function parseInjections(value: unknown): Injection[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item) => {
    const { call, mode, times = 1 } = (item ?? {}) as Record<string, unknown>;
    const valid = calls.includes(String(call)) && modes.includes(String(mode));
    if (valid && typeof times === "number" && Number.isInteger(times) && times > 0) {
      return { call, mode, times } as Injection;
    }
    throw new Refusal(400, "invalid_field", "A list of {call, mode, times}.", "inject");
  });
}
