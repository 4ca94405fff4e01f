import { lookup } from "node:dns/promises";
import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as tlsRequest } from "node:https";
import { isIP } from "node:net";
import { assert } from "../../../kernel/assert.ts";
import { isPublicAddress } from "./public-address.ts";

/** Why a file was not fetched; stable, translated where it is shown. */
export type FetchProblem =
  | "address_invalid"
  | "address_private"
  | "unreachable"
  | "timed_out"
  | "too_large"
  | "too_many_redirects"
  | "not_found"
  | "not_a_picture";

export class FetchFailed extends Error {
  readonly problem: FetchProblem;

  constructor(problem: FetchProblem) {
    super(problem);
    this.problem = problem;
  }
}

const mostRedirects = 3;
const patience = 20_000;
const ports: ReadonlySet<string> = new Set(["", "80", "443"]);

let localPort: number | null = null;

/**
 * Lets tests fetch from a server on this machine, on this one port. No setting leads here: only a test that calls
 * it, and never in production.
 */
export function allowLocalPortForTests(port: number | null): void {
  assert(process.env["VITEST"] !== undefined, "only tests fetch from this machine");
  assert(process.env["NODE_ENV"] !== "production", "production fetches from the internet only");
  localPort = port;
}

const isAllowedHere = (url: URL): boolean => localPort !== null && url.port === String(localPort);

/**
 * Fetches a file from the public internet. The name is resolved once, every address it has is looked at, and the
 * connection goes to the address that was looked at, so a name that resolves differently the next moment changes
 * nothing. Each redirect is treated like a first address. Throws FetchFailed.
 */
export async function fetchFile(address: string, maxBytes: number): Promise<Buffer> {
  const deadline = AbortSignal.timeout(patience);
  let url = address;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answer = await ask(url, deadline);
    const status = answer.statusCode ?? 0;
    const next = answer.headers.location;
    if (status >= 300 && status < 400 && next !== undefined) {
      answer.destroy();
      if (!URL.canParse(next, url)) throw new FetchFailed("address_invalid");
      url = new URL(next, url).href;
      continue;
    }
    if (status !== 200) {
      answer.destroy();
      throw new FetchFailed("not_found");
    }
    return read(answer, maxBytes, deadline);
  }
  throw new FetchFailed("too_many_redirects");
}

async function ask(address: string, deadline: AbortSignal): Promise<IncomingMessage> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new FetchFailed("address_invalid");
  const here = isAllowedHere(url);
  if (!here && !ports.has(url.port)) throw new FetchFailed("address_private");
  const { ip, family } = await resolve(url, here);
  const send = url.protocol === "https:" ? tlsRequest : plainRequest;
  return new Promise((settle, fail) => {
    const asked = send(url, {
      signal: deadline,
      headers: { accept: "image/*", "user-agent": "Shopwright picture import" },
      // The connection goes to what was checked, whatever the name resolves to by now.
      lookup: (_name, options, done) =>
        options.all === true ? done(null, [{ address: ip, family }]) : done(null, ip, family),
      agent: false,
    });
    asked.on("response", settle);
    asked.on("error", () => fail(new FetchFailed(deadline.aborted ? "timed_out" : "unreachable")));
    asked.end();
  });
}

async function resolve(url: URL, here: boolean): Promise<{ ip: string; family: number }> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const literal = isIP(host);
  const found =
    literal === 0
      ? await lookup(host, { all: true }).catch(() => {
          throw new FetchFailed("unreachable");
        })
      : [{ address: host, family: literal }];
  if (!here && !found.every(({ address }) => isPublicAddress(address)))
    throw new FetchFailed("address_private");
  const first = found[0];
  if (first === undefined) throw new FetchFailed("unreachable");
  return { ip: first.address, family: first.family };
}

async function read(
  answer: IncomingMessage,
  maxBytes: number,
  deadline: AbortSignal,
): Promise<Buffer> {
  const type = answer.headers["content-type"] ?? "";
  if (type !== "" && !/^(image\/|application\/octet-stream|binary\/)/i.test(type)) {
    answer.destroy();
    throw new FetchFailed("not_a_picture");
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new FetchFailed("too_large");
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof FetchFailed) throw error;
    throw new FetchFailed(deadline.aborted ? "timed_out" : "unreachable");
  }
  return Buffer.concat(chunks);
}
