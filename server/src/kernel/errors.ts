/** A rule that can say no: its stable code, the HTTP status it travels as, and a title for people. */
export interface ErrorKind<Code extends string = string> {
  readonly code: Code;
  readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly title: string;
}

export function errorKind<const Code extends string>(
  code: Code,
  status: ErrorKind["status"],
  title: string,
): ErrorKind<Code> {
  return { code, status, title };
}

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Thrown by `refuse`: a named refusal. Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly kind: ErrorKind;
  readonly details: { readonly [key: string]: Json | undefined };

  constructor(kind: ErrorKind, details: { readonly [key: string]: Json | undefined } = {}) {
    super(`${kind.code}: ${kind.title}`);
    this.name = "Refusal";
    this.kind = kind;
    this.details = details;
  }
}

/** Ends the use case with a named refusal; the transaction rolls back and nothing has changed. */
export function refuse(
  kind: ErrorKind,
  details?: { readonly [key: string]: Json | undefined },
): never {
  throw new Refusal(kind, details);
}

export const badRequest = errorKind("bad_request", 400, "The request is not well formed");
export const signInRequired = errorKind("sign_in_required", 401, "Please sign in");
export const notAllowed = errorKind("not_allowed", 403, "You may not do this");
export const notFound = errorKind("not_found", 404, "There is nothing here");
export const conflict = errorKind(
  "changed_meanwhile",
  409,
  "This was changed by someone else meanwhile",
);
export const keyMissing = errorKind(
  "idempotency_key_missing",
  400,
  "This request needs an Idempotency-Key header",
);
export const keyReused = errorKind(
  "idempotency_key_reused",
  422,
  "This Idempotency-Key was used for another request",
);
export const inFlight = errorKind("in_flight", 409, "The same request is still being worked on");
export const bodyTooLarge = errorKind("body_too_large", 413, "The request body is too large");
export const wrongContentType = errorKind(
  "wrong_content_type",
  415,
  "This content type is not accepted",
);
export const tooManyRequests = errorKind(
  "too_many_requests",
  429,
  "Too many requests; please wait a moment",
);
export const dependencyDown = errorKind(
  "dependency_unavailable",
  503,
  "Something this needs is not available now",
);
