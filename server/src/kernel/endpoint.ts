import { z } from "zod";
import type { ErrorKind } from "./errors.ts";

/** Who may call: anyone; a signed-in customer; or staff (and API keys) holding the named permission. */
export type Allow = "anyone" | "customer" | "staff" | Permission;

/** What a staff role can be granted. The one list; roles are sets of these. */
export const permissions = [
  "orders:read",
  "orders:write",
  "orders:refund",
  "payments:write",
  "catalog:read",
  "catalog:write",
  "catalog:import",
  "content:read",
  "content:write",
  "stock:read",
  "stock:write",
  "shipments:read",
  "shipments:write",
  "customers:read",
  "customers:write",
  "books:read",
  "books:write",
  "mails:read",
  "jobs:read",
  "jobs:write",
  "settings:read",
  "settings:write",
  "staff:write",
  "audit:run",
] as const;
export type Permission = (typeof permissions)[number];

/** A reply that is a file instead of JSON. */
export interface FileReply {
  readonly contentType: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** True shows it in the browser; false offers it as a download. */
  readonly inline: boolean;
}

/** A file of any size, sent as it is read. */
export interface StreamedFile extends Omit<FileReply, "bytes"> {
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A body of any size, read as it arrives; once only. */
export class ByteStream {
  readonly #chunks: AsyncIterable<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks;
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return this.#chunks[Symbol.asyncIterator]();
  }
}

export const fileReply = z.custom<FileReply>(
  (value) => typeof value === "object" && value !== null,
);
export const streamedFileReply = z.custom<StreamedFile>(
  (value) => typeof value === "object" && value !== null && "chunks" in value,
);
export const streamBody = z.custom<ByteStream>((value) => value instanceof ByteStream);
export const rawBody = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
export const nothing = z.undefined();
export type Nothing = typeof nothing;

export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** Stable name: operationId in OpenAPI, verb-noun in camel case. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with `:name` for parameters, beginning with /api/store/ or /api/admin/. */
  readonly path: `/api/store/${string}` | `/api/admin/${string}` | `/api/webhooks/${string}`;
  readonly summary: string;
  readonly allow: Allow;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reply: R;
  readonly errors: readonly ErrorKind[];
  /** Takes an Idempotency-Key: required on what moves money, stock or an order. */
  readonly idempotent: boolean;
  /** Hours a reply is kept under its key; at least 24. */
  readonly keepReplyHours: number;
  /** Content types of a raw body (pictures, CSV); JSON when absent. */
  readonly accepts: readonly string[];
  /** Content type of a file reply; JSON when absent. */
  readonly produces: string | null;
  readonly maxBodyBytes: number;
  /** Calls one address may make in a minute; null: the general limit. */
  readonly perMinute: number | null;
}

export interface EndpointDefinition<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  id: string;
  method: Endpoint["method"];
  path: Endpoint["path"];
  summary: string;
  allow: Allow;
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
  errors?: readonly ErrorKind[];
  idempotent?: boolean;
  keepReplyHours?: number;
  accepts?: readonly string[];
  produces?: string;
  maxBodyBytes?: number;
  perMinute?: number;
}

/** Defines an endpoint once; validation, types, OpenAPI, permissions and clients all read it. */
export function endpoint<
  R extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(definition: EndpointDefinition<P, Q, B, R>): Endpoint<P, Q, B, R> {
  // An absent shape has the type Nothing by the defaults above, which is what `nothing` is.
  return {
    ...definition,
    params: definition.params ?? (nothing as unknown as P),
    query: definition.query ?? (nothing as unknown as Q),
    body: definition.body ?? (nothing as unknown as B),
    errors: definition.errors ?? [],
    idempotent: definition.idempotent ?? false,
    keepReplyHours: definition.keepReplyHours ?? 24,
    accepts: definition.accepts ?? [],
    produces: definition.produces ?? null,
    maxBodyBytes: definition.maxBodyBytes ?? 256 * 1024,
    perMinute: definition.perMinute ?? null,
  };
}

/** What a handler receives: validated and decoded. */
export interface InputOf<E extends Endpoint> {
  readonly params: z.output<E["params"]>;
  readonly query: z.output<E["query"]>;
  readonly body: z.output<E["body"]>;
}

type Field<Name extends string, T extends z.ZodType> =
  undefined extends z.input<T>
    ? { readonly [K in Name]?: z.input<T> }
    : { readonly [K in Name]: z.input<T> };

/** What a caller sends: as on the wire. */
export type CallInput<E extends Endpoint> = Field<"params", E["params"]> &
  Field<"query", E["query"]> &
  Field<"body", E["body"]> & { readonly idempotencyKey?: string };

export type ReplyOf<E extends Endpoint> = z.output<E["reply"]>;

/** The shop as its faces see it: the same call in the same process or over HTTP. */
export interface Shop {
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ReplyOf<E>>;
}
