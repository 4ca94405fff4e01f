import { CannotStart } from "../platform/cannot-start.ts";

/** How long an orderly stop may take before it is cut short, in milliseconds. */
const STOP_WITHIN_MS = 9_500;

/** One press of Ctrl-C can arrive several times: from the terminal and from each program above us. */
const SAME_PRESS_MS = 1_000;

/** Registers what undoes a step; the last registered is undone first. */
export type CleanUp = (undo: () => Promise<unknown>) => void;

/**
 * Starts something that runs until it is asked to stop or loses what it needs, then takes it down
 * in reverse order. `begin` gives back promises of sentences that say what was lost, if ever.
 * A stop asked for while it is still starting is heard, too.
 */
export async function runUntilStopped(
  begin: (cleanUp: CleanUp) => Promise<Promise<string>[]>,
): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = stopRequested();
  try {
    const begun = begin((step) => undo.push(step));
    const started = await Promise.race([begun, stop]);
    // Asked to stop half-way: let the step under way come to its end, so that it can be undone.
    const lost = started ?? (await begun.catch(() => []));
    const reason = started && (await Promise.race([stop, ...lost]));
    if (reason) throw new CannotStart(reason);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/**
 * Resolves when the program is asked to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the
 * launcher that started us. From then on a second Ctrl-C, or ten seconds, end it at once.
 */
function stopRequested(): Promise<null> {
  return new Promise((asked) => {
    let since: number | null = null;
    const request = (): void => {
      if (since === null) {
        since = Date.now();
        setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
        asked(null);
      } else if (Date.now() - since > SAME_PRESS_MS) {
        process.exit(130);
      }
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, request);
    if (process.channel) {
      process.once("disconnect", request);
      // The listener alone would keep a finished program alive.
      process.channel.unref();
    }
  });
}
