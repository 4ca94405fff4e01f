import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";

/** One word of the command line. */
export type Command = {
  /** What follows `Usage:`, options and environment included. */
  help: string;
  /** Does it; what it throws ends the program with a sentence and exit code 1. */
  run(args: string[]): Promise<void>;
};

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads the options of a command; an unknown one throws. */
export function readOptions<const T extends Options>(args: string[], options: T) {
  return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
}
