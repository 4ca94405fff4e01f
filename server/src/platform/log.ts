import { pino, type Logger } from "pino";

export type { Logger } from "pino";

/** Names under which a secret could reach a log line; their values never do. */
const secretPaths = [
  "password",
  "secret",
  "token",
  "authorization",
  "cookie",
  "*.password",
  "*.secret",
  "*.token",
  "*.authorization",
  "*.cookie",
  "req.headers.authorization",
  "req.headers.cookie",
  'res.headers["set-cookie"]',
];

export function openLog(level: string): Logger {
  return pino({ level, base: null, redact: { paths: secretPaths, censor: "[redacted]" } });
}
