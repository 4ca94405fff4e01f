import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

export interface StudioServer {
  address: string;
  /** Waits for the pixels of picture `index` of a shot. */
  pixels: (ticket: string, index: number) => Promise<Buffer>;
  close: () => void;
}

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".ts": "text/javascript",
};

/** Serves the studio page with its sources to the browser beside us, and takes the pictures back. */
export async function openStudioServer(root: string): Promise<StudioServer> {
  const arrived = new Map<string, PromiseWithResolvers<Buffer>>();
  const slot = (key: string) => {
    const known = arrived.get(key) ?? Promise.withResolvers<Buffer>();
    arrived.set(key, known);
    return known;
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://studio");
    const work =
      url.pathname === "/pixels"
        ? receive(request).then((body) => {
            slot(`${url.searchParams.get("ticket")}/${url.searchParams.get("index")}`).resolve(
              body,
            );
            response.end();
          })
        : sendFile(root, url.pathname, response);
    work.catch((error: unknown) => {
      response.statusCode = 404;
      response.end(String(error));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    pixels: async (ticket, index) => {
      const body = await slot(`${ticket}/${index}`).promise;
      arrived.delete(`${ticket}/${index}`);
      return body;
    },
    close: () => server.close(),
  };
}

async function receive(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function sendFile(root: string, path: string, response: ServerResponse) {
  const file = join(root, normalize(path));
  const type = types[extname(file)];
  if (!type) throw new Error(`nothing to serve at ${path}`);
  const text = await readFile(file, "utf8");
  response.setHeader("content-type", type);
  response.end(file.endsWith(".ts") ? stripTypeScriptTypes(text) : text);
}
