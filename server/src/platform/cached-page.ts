import { createHash } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A finished answer. Compressed when it is asked for a second time, then kept in that form, too. */
export interface CachedPage {
  readonly status: number;
  readonly contentType: string;
  readonly plain: Buffer;
  readonly etag: string;
  gzip: Buffer | null;
  brotli: Buffer | null;
  /** What is said about it on its way out; null until it went the whole way once. */
  headers: OutgoingHttpHeaders | null;
}

/** Finishes an answer for keeping. */
export function finishPage(status: number, contentType: string, body: string): CachedPage {
  const plain = Buffer.from(body);
  const etag = `"${createHash("sha1").update(plain).digest("base64url")}"`;
  return { status, contentType, plain, etag, gzip: null, brotli: null, headers: null };
}

export interface EncodedPage {
  readonly encoding: "br" | "gzip" | null;
  readonly bytes: Buffer;
}

/** The page in the best encoding that the browser takes: compressed once, served many times. */
export function encodedPage(page: CachedPage, accepted: string): EncodedPage {
  if (page.plain.length < 1024) return { encoding: null, bytes: page.plain };
  if (accepted.includes("br")) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    page.brotli ??= brotliCompressSync(page.plain, { params });
    return { encoding: "br", bytes: page.brotli };
  }
  if (accepted.includes("gzip")) {
    page.gzip ??= gzipSync(page.plain, { level: 6 });
    return { encoding: "gzip", bytes: page.gzip };
  }
  return { encoding: null, bytes: page.plain };
}
