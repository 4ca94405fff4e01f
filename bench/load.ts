import { Agent, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One client with keep-alive connections: as cheap as Node's own HTTP is, so that the server is what is measured. */
export class Client {
  readonly #agent: Agent;
  readonly #origin: URL;

  constructor(origin: string, connections: number) {
    this.#origin = new URL(origin);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.#agent,
          host: this.#origin.hostname,
          port: this.#origin.port,
          method,
          path,
          headers: {
            ...headers,
            ...(payload === undefined
              ? {}
              : {
                  "content-type": "application/json",
                  "content-length": Buffer.byteLength(payload),
                }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("end", () => {
            // What a browser would unpack is not unpacked here: the driver reads small answers only.
            const packed = response.headers["content-encoding"] !== undefined;
            const body = Buffer.concat(parts);
            resolve({ status: response.statusCode ?? 0, body: packed ? "" : body.toString() });
          });
          response.on("error", reject);
        },
      );
      sent.on("error", reject);
      sent.end(payload);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

export interface Measured {
  readonly name: string;
  readonly count: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
}

export interface Load {
  readonly name: string;
  readonly concurrency: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** One unit of work; throws when the answer was not the expected one. */
  readonly once: (index: number) => Promise<void>;
}

/** Runs the work in so many hands for so long and tells how often and how fast it was done. */
export async function measure(load: Load): Promise<Measured> {
  await runFor(load, load.warmUpSeconds, 0);
  const { times, failures, seconds } = await runFor(load, load.seconds, 1_000_000);
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    name: load.name,
    count: times.length,
    seconds,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    failures,
  };
}

async function runFor(load: Load, seconds: number, firstIndex: number) {
  const times: number[] = [];
  let failures = 0;
  let next = firstIndex;
  const began = performance.now();
  const until = began + seconds * 1000;
  const hand = async (): Promise<void> => {
    while (performance.now() < until) {
      const index = next++;
      const started = performance.now();
      try {
        await load.once(index);
        times.push(performance.now() - started);
      } catch (error) {
        failures += 1;
        if (failures === 1) console.error(`${load.name}: ${String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: load.concurrency }, hand));
  return { times, failures, seconds: (performance.now() - began) / 1000 };
}
