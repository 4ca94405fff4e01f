import { readConfiguration, usage } from "./configuration.ts";
import { startGateway } from "./server.ts";

/** Prints one JSON line with the address once it listens; leaves with 1 and a sentence if it cannot. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.argv.slice(2), process.env);
  if (configuration === "help") {
    process.stdout.write(usage);
    return;
  }
  const gateway = await startGateway(configuration);
  process.stdout.write(`${JSON.stringify({ listening: gateway.url })}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void gateway.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
