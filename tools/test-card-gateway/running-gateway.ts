import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const testApiKey = "sk_test_0123456789";
export const testWebhookSecret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

export interface GatewayProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has written on stdout and stderr so far. */
  output(): string;
  call(method: string, path: string, body?: object, key?: string): Promise<Answer>;
  /** Sends SIGTERM, or the signal given, and resolves when the process is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface Answer {
  readonly status: number;
  // The answers are looked at field by field in tests, which fail where a field is not there.
  readonly body: AnswerBody;
}

export interface AnswerBody {
  readonly [field: string]: string & AnswerBody & readonly AnswerBody[];
}

/** Starts the real program on a free port; `options` are added to its command line. */
export async function spawnGateway(...options: string[]): Promise<GatewayProcess> {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const secrets = ["--secret", testApiKey, "--webhook-secret", testWebhookSecret];
  const child = spawn(process.execPath, [main, "--port", "0", ...secrets, ...options], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "test" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  }
  const url = await listeningAddress(child, () => output);
  return {
    url,
    process: child,
    output: () => output,
    call: (method, path, body, key) => call(url + path, method, body, key),
    async stop(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, "exit");
    },
  };
}

/** A shop's webhook address: keeps what arrives, answers with what `answer` returns. */
export async function listenForWebhooks(answer: (count: number) => number = () => 204) {
  const received: { headers: IncomingHttpHeaders; body: string; event: AnswerBody }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    request.on("end", () => {
      received.push({ headers: request.headers, body, event: JSON.parse(body) as AnswerBody });
      response.writeHead(answer(received.length)).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function listeningAddress(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`It left with ${code}: ${output()}`)));
    if (child.stdout === null) return reject(new Error("The process has no stdout."));
    createInterface({ input: child.stdout }).once("line", (line) => {
      resolve((JSON.parse(line) as { listening: string }).listening);
    });
  });
}

async function call(url: string, method: string, body?: object, key?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${testApiKey}`,
      "content-type": "application/json",
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as AnswerBody };
}
