import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface TaxOfficesProcess {
  readonly url: string;
  behave(mode: "well" | "down" | "slow" | "wrong" | "refuse" | "cut"): Promise<void>;
  calls(): Promise<{ vies: number; calculations: number }>;
  stop(): Promise<void>;
}

/** Starts the stand-in as a process of its own, as tests talk to it. */
export async function spawnTaxOffices(): Promise<TaxOfficesProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const { listening: url } = JSON.parse(line) as { listening: string };
  return {
    url,
    behave: async (mode) => {
      await fetch(`${url}/test/behaviour`, { method: "POST", body: JSON.stringify({ mode }) });
    },
    calls: async () =>
      (await (await fetch(`${url}/test/calls`)).json()) as { vies: number; calculations: number },
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
