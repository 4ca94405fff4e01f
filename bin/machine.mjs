const OLDEST_NODE = 20;

/** Kinds of machine for which the packages bring a Node and a PostgreSQL. */
const KINDS = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64"];

/**
 * What is wrong with this machine, in a sentence, or null. Parses on any Node since 12.
 *
 * @param {{ version?: string, platform?: string, arch?: string }} [machine]
 * @returns {string | null}
 */
export function checkMachine(machine) {
  const { version, platform, arch } = Object.assign(
    { version: process.versions.node, platform: process.platform, arch: process.arch },
    machine,
  );
  if (Number(version.split(".")[0]) < OLDEST_NODE) {
    return `Shopwright needs Node ${OLDEST_NODE} or newer to set itself up and this is ${version}: install a current Node from https://nodejs.org and try again.`;
  }
  const kind = `${platform}-${arch}`;
  if (KINDS.indexOf(kind) < 0) {
    return `Shopwright runs on ${KINDS.join(", ")}, and this machine is ${kind}.`;
  }
  return null;
}
