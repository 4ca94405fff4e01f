import { DatabaseError } from "pg";
import {
  bodyTooLarge,
  badRequest,
  dependencyDown,
  type ErrorKind,
  type Json,
  notFound,
  Refusal,
  tooManyRequests,
  wrongContentType,
} from "../kernel/errors.ts";

/** Problem details (RFC 9457): `type` and `code` are stable, `title` is for people. */
export interface Problem {
  readonly type: string;
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly requestId: string;
  readonly details: Json;
}

export function problemOf(kind: ErrorKind, details: Json, requestId: string): Problem {
  return {
    type: `urn:shopwright:error:${kind.code}`,
    code: kind.code,
    title: kind.title,
    status: kind.status,
    requestId,
    details,
  };
}

/** What Fastify itself refuses before an endpoint is reached. */
const fastifyRefusals: Readonly<Record<string, ErrorKind>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: bodyTooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: wrongContentType,
  FST_ERR_CTP_INVALID_JSON_BODY: badRequest,
  FST_ERR_CTP_EMPTY_JSON_BODY: badRequest,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: badRequest,
  FST_ERR_BAD_URL: badRequest,
  // A path that climbs out of a folder of files names nothing of ours.
  FST_STATIC_FORBIDDEN_PATH: notFound,
};

/** Class 08 and a few more: the database is not there, which is nobody's bug. */
function isDatabaseGone(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(08|57P0)/.test(error.code ?? "");
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    code === "ECONNREFUSED" ||
    code === "ECONNRESET" ||
    code === "ENOENT" ||
    (typeof message === "string" &&
      /Connection terminated|timeout exceeded when trying to connect/.test(message))
  );
}

/** The refusal this error is, or null when it is a bug and the answer is 500. */
export function refusalOf(error: unknown): { kind: ErrorKind; details: Json } | null {
  if (error instanceof Refusal) return { kind: error.kind, details: error.details };
  if (typeof error !== "object" || error === null) return null;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === "string" ? fastifyRefusals[code] : undefined;
  if (known !== undefined) return { kind: known, details: {} };
  if (statusCode === 429) return { kind: tooManyRequests, details: {} };
  if (error instanceof SyntaxError && statusCode === 400)
    return {
      kind: badRequest,
      details: {
        problems: [{ path: "body", code: "invalid_json", message: "The body is not JSON" }],
      },
    };
  if (statusCode === 400) return { kind: badRequest, details: {} };
  return isDatabaseGone(error)
    ? { kind: dependencyDown, details: { dependency: "database" } }
    : null;
}
