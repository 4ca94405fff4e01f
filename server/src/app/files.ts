import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { mediaFile } from "../modules/media/index.ts";

const oneYear = "public, max-age=31536000, immutable";

/** Pictures, and the storefront's own files. Their names change with their content, so they may be kept for ever. */
export async function mountFiles(app: FastifyInstance, root: string): Promise<void> {
  app.get("/media/*", async (request, reply) => {
    const { "*": name } = request.params as { "*": string };
    const file = await mediaFile(name);
    if (file === null) return reply.status(404).type("text/plain").send("Not found");
    return reply
      .type(file.contentType)
      .header("cache-control", oneYear)
      .header("cross-origin-resource-policy", "cross-origin")
      .send(file.bytes);
  });
  await app.register(fastifyStatic, {
    root: path.join(root, "storefront/dist/client/assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: "1y",
    decorateReply: false,
  });
}
