import type { IncomingMessage, ServerResponse } from "node:http";
import type { Reply } from "./gateway.ts";
import { Refusal } from "./refusal.ts";

const longestBodyBytes = 64 * 1024;

/** Refuses with 413 as soon as more than 64 KiB have come, without reading the rest. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestBodyBytes) {
      throw new Refusal(413, "body_too_large", "The body is larger than 64 KiB.");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** An empty body reads as `{}`. */
export function parseJsonObject(text: string): Record<string, unknown> {
  if (text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, "invalid_json", "The body is not JSON.");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Refusal(400, "invalid_json", "The body must be a JSON object.");
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

export function sendReply(response: ServerResponse, reply: Reply): void {
  if (reply.kind === "drop") response.socket?.destroy();
  else sendJson(response, reply.status, reply.body);
}

export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const { code, message, field } = refusal;
  // The rest of an oversized body is not read, so this connection cannot be used again.
  if (refusal.status === 413) response.setHeader("connection", "close");
  const error = field === null ? { code, message } : { code, message, field };
  sendJson(response, refusal.status, { error });
}

export function redirect(response: ServerResponse, url: string): void {
  response.writeHead(303, { location: url, "cache-control": "no-store" });
  response.end();
}
