import { importsOf, isTest, roomOf, type Source } from "./source.ts";

type Arrows = Readonly<Record<string, readonly string[]>>;

/** Rooms reach each other through index.ts and contract.ts only, and only along declared arrows. */
export function arrowViolations(sources: readonly Source[], arrows: Arrows): string[] {
  return sources
    .filter((source) => !isTest(source))
    .flatMap((source) => {
      const from = roomOf(source.path);
      return importsOf(source).flatMap((target) => {
        const to = roomOf(target);
        if (to === null || to === from) return [];
        const door = /\/(index|contract)\.ts$/.test(target);
        if (from === null) return fromOutside(source, target, to);
        if (!door)
          return [`${source.path} reaches into ${target}; only index.ts and contract.ts are doors`];
        if (arrows[from] === undefined) return [`${from} is not in the list of rooms`];
        return arrows[from].includes(to) ? [] : [`${source.path}: no arrow from ${from} to ${to}`];
      });
    });
}

/** Only app/ (and the command line) may see a room from outside, and of rooms only their lists and doors. */
function fromOutside(source: Source, target: string, to: string): string[] {
  const allowed =
    /^server\/src\/(app|cli|main\.ts|providers)\b/.test(source.path) ||
    !source.path.startsWith("server/src/");
  return allowed ? [] : [`${source.path} may not know the room ${to} (${target})`];
}

/** A list of arrows must not lead back to where it began. */
export function arrowCycles(arrows: Arrows): string[] {
  const cycles: string[] = [];
  const visit = (room: string, trail: readonly string[]): void => {
    if (trail.includes(room)) {
      cycles.push([...trail.slice(trail.indexOf(room)), room].join(" → "));
      return;
    }
    for (const next of arrows[room] ?? []) visit(next, [...trail, room]);
  };
  for (const room of Object.keys(arrows)) visit(room, []);
  return [...new Set(cycles)];
}

/** Layers below the rooms know nothing above them; contracts go to browsers and stay pure. */
export function layerViolations(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => !isTest(source))
    .flatMap((source) =>
      importsOf(source).flatMap((target) => {
        const bad = layerProblem(source.path, target);
        return bad === null ? [] : [`${source.path} imports ${target}: ${bad}`];
      }),
    );
}

function layerProblem(file: string, target: string): string | null {
  if (file.startsWith("server/src/kernel/")) {
    return target.startsWith("server/src/kernel/") || target === "zod"
      ? null
      : "the kernel is pure values and zod";
  }
  if (file.startsWith("server/src/platform/")) {
    return /^server\/src\/(?!kernel|platform)/.test(target)
      ? "the platform knows the kernel only"
      : null;
  }
  if (/^server\/src\/modules\/[^/]+\/([a-z-]*contract|shapes)\.ts$/.test(file)) {
    const pure =
      target === "zod" ||
      target.startsWith("server/src/kernel/") ||
      /^server\/src\/modules\/[^/]+\/[a-z-]+\.ts$/.test(target);
    return pure ? null : "a contract imports zod, the kernel and other contracts";
  }
  if (/^(storefront|admin)\/src\//.test(file)) {
    const server =
      target.startsWith("server/") ||
      (target.startsWith("@shopwright/server") &&
        !/^@shopwright\/server\/(contracts|kernel)\//.test(target));
    return server ? "a face knows the shop through contracts and the kernel" : null;
  }
  return null;
}
