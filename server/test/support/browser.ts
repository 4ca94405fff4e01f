import { ensureChromium } from "./chromium.ts";

/** Vitest calls this once before the journeys, so that they find a browser or the run says why not. */
export default function setup(): void {
  ensureChromium();
}
