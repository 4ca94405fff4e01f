import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { serveApi } from "./api.ts";
import { defaultBehaviour } from "./behaviour.ts";
import type { Configuration } from "./configuration.ts";
import { scheduleRefund } from "./gateway.ts";
import type { Gateway } from "./gateway.ts";
import { sendJson, sendRefusal } from "./http-io.ts";
import { servePage } from "./pages.ts";
import { Refusal } from "./refusal.ts";
import { openStore } from "./store.ts";
import { startWebhookSender } from "./webhooks.ts";

export interface RunningGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** Resolves when the gateway listens and has taken up again what a former run left undone. */
export async function startGateway(configuration: Configuration): Promise<RunningGateway> {
  const store = await openStore(configuration.dataDirectory);
  const behaviour = defaultBehaviour(configuration.webhookUrl);
  const sender = startWebhookSender(store, behaviour, configuration.webhookSecret);
  const gateway: Gateway = {
    store,
    behaviour,
    sender,
    merchant: configuration.merchant,
    publicUrl: configuration.publicUrl ?? "",
  };
  const server = createServer((request, response) => {
    void serve(gateway, configuration.apiKey, request, response);
  });
  const url = await listen(server, configuration);
  if (configuration.publicUrl === null) gateway.publicUrl = url;
  for (const refund of store.refunds.values()) scheduleRefund(gateway, refund);

  return {
    url,
    async stop() {
      sender.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

async function serve(
  gateway: Gateway,
  apiKey: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await route(gateway, apiKey, request, response);
  } catch (error) {
    if (response.headersSent || response.destroyed) return;
    if (error instanceof Refusal) return sendRefusal(response, error);
    reportBug(error);
    sendRefusal(response, new Refusal(500, "bug", "The gateway failed; see its log."));
  }
}

async function route(
  gateway: Gateway,
  apiKey: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = `http://gateway${request.url ?? "/"}`;
  if (!URL.canParse(target)) throw new Refusal(400, "invalid_address", "Not an address.");
  const url = new URL(target);
  const first = url.pathname.split("/")[1];
  if (first === "v1" || first === "test") {
    return serveApi(gateway, apiKey, request, response, url);
  }
  if (first === "pay") return servePage(gateway, request, response, url);
  if (url.pathname === "/healthz") return sendJson(response, 200, { status: "ok" });
  throw new Refusal(404, "not_found", "No such address.");
}

/** Where it failed, never the request: a body may hold what somebody typed as a card number. */
function reportBug(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${JSON.stringify({ level: "error", bug: stack })}\n`);
}

function listen(server: Server, { port, host }: Configuration): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      // A TCP server that listens has an AddressInfo; a string is only for pipes.
      const address = server.address() as AddressInfo;
      const shown = address.family === "IPv6" ? `[${address.address}]` : address.address;
      resolve(`http://${shown}:${address.port}`);
    });
  });
}
