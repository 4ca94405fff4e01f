import { Agent, request } from "node:http";
import type { CallInput, Endpoint, ReplyOf } from "../../src/kernel/endpoint.ts";

export interface ApiReply<T> {
  readonly status: number;
  /** As on the wire; what the type says only when the status is 200. */
  readonly body: T;
  /** The code of a refusal; null when it was none. */
  readonly code: string | null;
  readonly cookies: readonly string[];
}

/** A program on the network that calls the API: connections of its own, kept alive. */
export interface ApiClient {
  /** Sends the call and reads what comes. Rejects when the connection ends without an answer. */
  send<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ApiReply<ReplyOf<E>>>;
  /** The same for calls that must succeed: throws what came instead of a 200 or 204. */
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ReplyOf<E>>;
  /** A client like this one that brings these cookies along. */
  with(cookies: readonly string[]): ApiClient;
  close(): void;
}

export function apiClient(url: string, connections: number): ApiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return clientOn(agent, url, []);
}

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

function clientOn(agent: Agent, url: string, cookies: readonly string[]): ApiClient {
  const send = async <E extends Endpoint>(endpoint: E, input: CallInput<E>) => {
    const parts = input as Parts; // the shapes of an input on the wire: text by name, and a body
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(parts.params?.[name] ?? ""),
    );
    const query = new URLSearchParams({ ...parts.query }).toString();
    const raw = await exchange(agent, new URL(query === "" ? path : `${path}?${query}`, url), {
      method: endpoint.method,
      body: parts.body === undefined ? null : JSON.stringify(parts.body),
      headers: {
        ...(parts.idempotencyKey === undefined ? {} : { "idempotency-key": parts.idempotencyKey }),
        ...(cookies.length === 0 ? {} : { cookie: cookies.join("; ") }),
      },
    });
    const body = (raw.text === "" ? undefined : JSON.parse(raw.text)) as ReplyOf<E>;
    const code = raw.status < 400 ? null : ((body as { code?: string }).code ?? "?");
    return { status: raw.status, body, code, cookies: raw.cookies };
  };
  return {
    send,
    call: async (endpoint, input) => {
      const reply = await send(endpoint, input);
      if (reply.status < 300) return reply.body;
      throw new Error(`${endpoint.id} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    },
    with: (more) => clientOn(agent, url, [...cookies, ...more]),
    close: () => agent.destroy(),
  };
}

interface Outgoing {
  readonly method: string;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

function exchange(
  agent: Agent,
  url: URL,
  { method, body, headers }: Outgoing,
): Promise<{ status: number; text: string; cookies: string[] }> {
  return new Promise((resolve, reject) => {
    const content =
      body === null
        ? {}
        : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { agent, method, headers: { ...headers, ...content } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const set = answer.headers["set-cookie"] ?? [];
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          cookies: set.map((each) => each.split(";")[0] ?? ""),
        });
      });
    });
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}
