import type { CallInput, Endpoint, ReplyOf } from "@shopwright/server/kernel/endpoint";
import { NoAnswer, problemFrom } from "./problem.ts";

type Part = string | number | boolean;
/** Parameters and queries as they travel: plain values, or several of one name. */
type Values = Readonly<Record<string, Part | readonly Part[] | null | undefined>>;
interface WireInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

/**
 * Calls an endpoint of the shop over HTTP with the session's cookie.
 * Throws ApiProblem when the shop refuses, NoAnswer when nothing came back.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
): Promise<ReplyOf<E>> {
  const response = await send(endpoint, input);
  const text = await response.text().catch((error: unknown) => {
    throw new NoAnswer(error);
  });
  // The server checks each reply against this very endpoint's shape before it sends it.
  return (text === "" ? undefined : JSON.parse(text)) as ReplyOf<E>;
}

export interface FetchedFile {
  readonly blob: Blob;
  readonly fileName: string;
}

/** Fetches what an endpoint answers with as a file (PDF, CSV), with the name the server gave it. */
export async function fetchFile<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
): Promise<FetchedFile> {
  const response = await send(endpoint, input);
  const named = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "");
  return { blob: await response.blob(), fileName: named?.[1] ?? "file" };
}

/** The address of a GET endpoint: for links, downloads and picture sources. */
export function addressOf<E extends Endpoint>(endpoint: E, input: CallInput<E>): string {
  const { params, query } = input as WireInput;
  return withQuery(fillPath(endpoint.path, (params ?? {}) as Values), (query ?? {}) as Values);
}

/** Puts parameters into the path; an absent one is a mistake of the caller. */
export function fillPath(path: string, params: Values): string {
  return path.replaceAll(/:(\w+)/g, (_match, name: string) => {
    const value = params[name];
    if (value === undefined || value === null) throw new Error(`The path ${path} needs "${name}"`);
    return encodeURIComponent(String(value));
  });
}

/** Appends the query; absent and empty values are left out. */
export function withQuery(path: string, query: Values): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    for (const one of [value].flat()) search.append(name, String(one));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

async function send<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Response> {
  const { body, idempotencyKey } = input as WireInput;
  const headers = new Headers({ accept: endpoint.produces ?? "application/json" });
  if (idempotencyKey !== undefined) headers.set("idempotency-key", idempotencyKey);
  // Names that the shop knows in several languages come in the one that is being read.
  const language = globalThis.document?.documentElement.lang;
  if (language) headers.set("accept-language", language);
  const content = contentOf(endpoint, body, headers);
  const response = await fetch(addressOf(endpoint, input), {
    method: endpoint.method,
    headers,
    credentials: "same-origin",
    ...(content === undefined ? {} : { body: content }),
  }).catch((error: unknown) => {
    throw new NoAnswer(error);
  });
  if (!response.ok) throw await problemFrom(response);
  return response;
}

function contentOf(endpoint: Endpoint, body: unknown, headers: Headers): BodyInit | undefined {
  if (body === undefined) return undefined;
  if (body instanceof Blob) {
    headers.set("content-type", body.type || (endpoint.accepts[0] ?? "application/octet-stream"));
    return body;
  }
  if (body instanceof Uint8Array) {
    headers.set("content-type", endpoint.accepts[0] ?? "application/octet-stream");
    return new Blob([body as Uint8Array<ArrayBuffer>]);
  }
  headers.set("content-type", "application/json");
  return JSON.stringify(body);
}
