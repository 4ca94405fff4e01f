import { CannotStart } from "../platform/cannot-start.ts";
import { ConfigProblem } from "../platform/config.ts";
import { MigrationProblem } from "../platform/migrate.ts";

/** A wrong word on the command line; the message says which and how it is meant. */
export class UsageProblem extends Error {}

/**
 * What to tell the person at the keyboard about an error that ends the program: one sentence when
 * the cause lies with the machine or the configuration; null when it is a fault in the program.
 */
export function sentenceFor(error: unknown): string | null {
  if (
    error instanceof CannotStart ||
    error instanceof ConfigProblem ||
    error instanceof MigrationProblem ||
    error instanceof UsageProblem
  ) {
    return error.message;
  }
  const { code, path, port } = error as NodeJS.ErrnoException & { port?: number };
  switch (code) {
    case "EADDRINUSE":
      return portTaken(port);
    case "ENOSPC":
    case "EDQUOT":
    case "53100": // PostgreSQL's disk_full
      return "The disk is full: make room, then start again; nothing that was acknowledged is lost.";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return path === undefined
        ? null
        : `No permission for ${path}: give it to this user, or set SHOPWRIGHT_DATA to a folder of your own.`;
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return `${(error as Error).message.split(". ")[0]}. See --help.`;
    default:
      return null;
  }
}

export function portTaken(port: number | undefined): string {
  return `Port ${port ?? ""} is taken by another program: stop that one, or set PORT to another number, for example PORT=${(port ?? 3000) + 1}.`;
}
