import { parseArgs } from "node:util";
import { startTaxOffices } from "./server.ts";

/** Prints one JSON line with the address once it listens. */
const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
const offices = await startTaxOffices(Number(values.port));
process.stdout.write(`${JSON.stringify({ listening: offices.url })}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void offices.stop().then(() => process.exit(0)));
}
