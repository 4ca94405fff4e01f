import type { Config } from "../platform/config.ts";

/** The first way into the back office: an account made for this installation, or a set-up to go through. */
export type FirstSignIn =
  | { kind: "account"; email: string; password: string }
  | { kind: "set-up"; code: string };

type Greeting = { config: Config; address: string; first: FirstSignIn | null };

/** What a start prints when everything is up: where things are and how to get in. */
export function greeting({ config, address, first }: Greeting): string {
  const base = shownAddress(address, config);
  const lines = [
    ["Shop", `${base}/`],
    ["Back office", `${base}/admin/`],
    ...signInLines(first, base),
    ["Mails", `${base}/admin/mails`],
    ["API reference", `${base}/api/reference`],
  ];
  const rows = lines.map(([name = "", text = ""]) => `  ${name.padEnd(15)}${text}`);
  return ["", "Shopwright is open.", "", ...rows, "", "  Ctrl-C closes it.", ""].join("\n");
}

function signInLines(first: FirstSignIn | null, base: string): string[][] {
  if (!first) return [];
  if (first.kind === "set-up") {
    return [
      ["  set up at", `${base}/admin/setup`],
      ["  with code", first.code],
    ];
  }
  return [
    ["  e-mail", first.email],
    ["  password", `${first.password}   (shown only this once)`],
  ];
}

/** People type localhost; the address listened on may be "everywhere". */
function shownAddress(address: string, config: Config): string {
  const { port, hostname } = new URL(address);
  const everywhere = ["127.0.0.1", "0.0.0.0", "[::]", "[::1]", "localhost"].includes(hostname);
  if (!everywhere) return config.publicUrl;
  return config.publicUrl.includes("localhost") ? `http://localhost:${port}` : config.publicUrl;
}
