import { createServer } from "node:net";
import { CannotStart } from "../platform/cannot-start.ts";
import { portTaken } from "./failure.ts";

/** Finds out before anything else is started whether we may listen there. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((listening, failed) => {
      probe.once("error", failed).listen(port, host, listening);
    });
  } catch (error) {
    throw new CannotStart(refusal(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  await new Promise((closed) => probe.close(closed));
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case "EADDRINUSE":
      return portTaken(port);
    case "EACCES":
      return `This user may not listen on port ${port}: set PORT to a number above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is "${host}", which is no address of this machine.`;
    default:
      return `Listening on ${host}:${port} failed: ${error.message}.`;
  }
}
