import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds the whole project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string[]} parts */
export function inProject(...parts) {
  return join(root, ...parts);
}
