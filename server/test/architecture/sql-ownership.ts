import { isTest, roomOf, type Source } from "./source.ts";

/** Which schema belongs to which room, where the names differ. */
const owners: Readonly<Record<string, string>> = { settings: "settings" };

/** Only the owner of a schema writes to it; what others need is a function or a view of the owner's. */
export function sqlViolations(sources: readonly Source[], rooms: readonly string[]): string[] {
  return sources
    .filter((source) => !isTest(source))
    .flatMap((source) => {
      const room = roomOf(source.path);
      if (room === null) return [];
      return [
        ...source.text.matchAll(
          /\b(insert\s+into|update|delete\s+from)\s+(?:only\s+)?([a-z_]+)\.([a-z_]+)/gi,
        ),
      ].flatMap((match) => {
        const schema = (match[2] ?? "").toLowerCase();
        const owner = owners[schema] ?? schema;
        if (!rooms.includes(owner) || owner === room) return [];
        return [`${source.path} writes to ${schema}.${match[3]}, which belongs to ${owner}`];
      });
    });
}
