/** How long an orderly stop may take before it is cut short, in milliseconds. */
const STOP_WITHIN_MS = 9_500;

/** One press of Ctrl-C can arrive several times: from the terminal and from each program above us. */
const SAME_PRESS_MS = 1_000;

/**
 * Resolves when the program is asked to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the
 * launcher that started us. From then on a second Ctrl-C, or ten seconds, end it at once.
 */
export function stopRequested(): Promise<void> {
  return new Promise((asked) => {
    let since: number | null = null;
    const request = (): void => {
      if (since === null) {
        since = Date.now();
        setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
        asked();
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
