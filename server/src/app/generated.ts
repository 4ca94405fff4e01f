import { z } from "zod";
import type { Endpoint } from "../kernel/endpoint.ts";
import { permissions } from "../kernel/endpoint.ts";
import type { ErrorKind } from "../kernel/errors.ts";
import { openApi } from "../platform/openapi.ts";
import { dependencies } from "./dependencies.ts";
import { rolePermissions, roles } from "../modules/identity/index.ts";
import { checks, routes, schedule, subscriptions } from "./rooms.ts";
import { version } from "./version.ts";

const endpoints = routes.map((route) => route.endpoint);
const note = "<!-- Written by `npm run generate`; the checks fail when it is stale. -->";

/** docs/generated: what the code says about itself, by file name. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["openapi.json", `${JSON.stringify(openApi(endpoints, version), null, 1)}\n`],
    ["modules.md", modulesPage()],
    ["events.md", eventsPage()],
    ["errors.md", errorsPage()],
    ["permissions.md", permissionsPage()],
    ["invariants.md", invariantsPage()],
  ]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function page(title: string, intro: string, ...parts: readonly string[]): string {
  return `${[note, `# ${title}`, intro, ...parts].join("\n\n")}\n`;
}

function modulesPage(): string {
  const arrows = Object.entries(dependencies).flatMap(([from, list]) =>
    list.map((to) => `  ${from} --> ${to}`),
  );
  const rows = Object.entries(dependencies).map(([room, list]) => [
    `[${room}](../../server/src/modules/${room}/README.md)`,
    list.join(", ") || "nothing",
  ]);
  return page(
    "Rooms and arrows",
    "Which room may call which, from `server/src/app/dependencies.ts`.",
    table(["room", "calls"], rows),
    `\`\`\`mermaid\nflowchart LR\n${arrows.join("\n")}\n\`\`\``,
  );
}

function eventsPage(): string {
  const byType = Map.groupBy(subscriptions, (each) => each.type);
  const rows = [...byType]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, list]) => {
      const first = list[0];
      const shape =
        first === undefined
          ? {}
          : (z.toJSONSchema(first.job.payload, { unrepresentable: "any" }) as {
              properties?: object;
            });
      return [
        `\`${type}\``,
        Object.keys(shape.properties ?? {}).join(", "),
        list.map((each) => each.job.name.split(" → ")[1] ?? "").join("; "),
      ];
    });
  const timed = schedule.map((each) => [`\`${each.job.name}\``, `${each.everySeconds} s`]);
  return page(
    "Events and recurring work",
    "What is published, what it says, and who follows it. Each follower is a job of its own.",
    table(["event", "facts", "followers"], rows),
    "## Recurring",
    table(["job", "every"], timed),
  );
}

function errorsPage(): string {
  const kinds = new Map<string, { kind: ErrorKind; used: Set<string> }>();
  for (const endpoint of endpoints) {
    for (const kind of endpoint.errors) {
      const entry = kinds.get(kind.code) ?? { kind, used: new Set() };
      entry.used.add(endpoint.id);
      kinds.set(kind.code, entry);
    }
  }
  const rows = [...kinds.values()]
    .sort((a, b) => (a.kind.code < b.kind.code ? -1 : 1))
    .map(({ kind, used }) => [
      `\`${kind.code}\``,
      String(kind.status),
      kind.title,
      [...used].sort().join(", "),
    ]);
  return page(
    "Refusals",
    "Every named refusal, as `code` in the problem details, and the operations that may answer with it.",
    table(["code", "status", "meaning", "operations"], rows),
  );
}

function permissionsPage(): string {
  const grants = permissions.map((permission) => [
    `\`${permission}\``,
    ...roles.map((role) => (rolePermissions[role].includes(permission) ? "yes" : "")),
  ]);
  const rows = [...endpoints]
    .sort(byPath)
    .map((endpoint) => [
      `${endpoint.method} \`${endpoint.path}\``,
      `\`${endpoint.allow}\``,
      endpoint.summary,
    ]);
  return page(
    "Permissions",
    "What each role may do, and what each endpoint asks for.",
    table(["permission", ...roles], grants),
    "## Endpoints",
    table(["endpoint", "allowed", "what it does"], rows),
  );
}

function byPath(a: Endpoint, b: Endpoint): number {
  const [left, right] = [`${a.path} ${a.method}`, `${b.path} ${b.method}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function invariantsPage(): string {
  return page(
    "Invariants",
    "What `npm run audit` proves on any database of this shop.",
    table(
      ["check", "what must hold"],
      checks.map((check) => [check.id, check.title]),
    ),
  );
}
