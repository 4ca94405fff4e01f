import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** How it answers from now on. */
type Mode = "well" | "down" | "slow" | "wrong" | "refuse" | "cut";

export interface TaxOffices {
  readonly url: string;
  stop(): Promise<void>;
}

const slowMs = 2000;
const longestBodyBytes = 1024 * 1024;

/** Resolves when it listens. */
export async function startTaxOffices(port = 0): Promise<TaxOffices> {
  const state = { mode: "well" as Mode, calls: { vies: 0, calculations: 0 } };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.socket?.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    switch (`${request.method} ${request.url}`) {
      case "POST /test/behaviour":
        state.mode = body["mode"] as Mode;
        return send(response, 200, {});
      case "GET /test/calls":
        return send(response, 200, state.calls);
      case "POST /check-vat-number":
        state.calls.vies += 1;
        return misbehave(response, () => send(response, 200, viesAnswer(body, state.mode)));
      case "POST /v1/calculations":
        state.calls.calculations += 1;
        if (!request.headers.authorization?.startsWith("Bearer ")) return send(response, 401, {});
        if (state.mode === "refuse")
          return send(response, 422, { error: { code: "no_such_place" } });
        return misbehave(response, () => send(response, 200, calculation(body, state.mode)));
      default:
        return send(response, 404, {});
    }
  }

  async function misbehave(response: ServerResponse, well: () => void): Promise<void> {
    if (state.mode === "cut") return void response.socket?.destroy();
    if (state.mode === "down") return send(response, 503, { error: { code: "down" } });
    if (state.mode === "slow") await pause(slowMs, undefined, { ref: false });
    well();
  }

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${chosen}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Body = Readonly<Record<string, unknown>>;

/** As VIES answers: a no is `valid: false`, a failure `actionSucceed: false`, both with status 200. */
function viesAnswer(body: Body, mode: Mode): object {
  const { countryCode, vatNumber } = body;
  if (mode === "refuse" || mode === "wrong") {
    return { actionSucceed: false, errorWrappers: [{ error: "MS_UNAVAILABLE" }] };
  }
  const valid = !String(vatNumber).endsWith("0");
  const requested = body["requesterNumber"] !== undefined;
  return {
    countryCode,
    vatNumber,
    requestDate: new Date().toISOString(),
    valid,
    requestIdentifier: requested ? `WAPIAAAA${String(vatNumber).slice(0, 8)}` : "",
    // Germany and Spain tell no names.
    name: !valid || countryCode === "DE" || countryCode === "ES" ? "---" : "Exemple SARL",
    address: valid ? "1 RUE DE L'EXEMPLE\n75001 PARIS" : "---",
  };
}

/** A tenth on top, or the eleventh that is a tenth inside. */
function calculation(body: Body, mode: Mode): object {
  const to = body["ship_to"] as { country: string; region?: string };
  const lines = body["lines"] as readonly { ref: string; amount: string }[];
  const inside = body["tax_included"] === true;
  return {
    lines: lines.map(({ ref, amount }) => {
      const minor = Number(amount);
      const tax = inside ? Math.round(minor / 11) : Math.round(minor / 10);
      return {
        ref,
        rate: "10",
        jurisdiction: to.country === "US" ? `US-${to.region}` : to.country,
        reason: to.country === "US" ? "us-sales-tax" : "eu-vat",
        tax: String(mode === "wrong" ? tax + 500 : tax),
      };
    }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestBodyBytes) throw new Error("The body is too large");
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? {} : (JSON.parse(text) as Body);
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
