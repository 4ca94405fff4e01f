import { createRequire } from "node:module";
import path from "node:path";

/** The limit for pages: what Fastify does when there is nothing to do. Prints its port and serves until killed. */
const require = createRequire(path.resolve(import.meta.dirname, "../server/package.json"));
const { fastify } = require("fastify") as typeof import("fastify");

const app = fastify({ logger: false });
const body = JSON.stringify({
  status: "ok",
  items: Array.from({ length: 10 }, (_, id) => ({ id, name: `Item ${id}` })),
});
app.get("/", async (_request, reply) => reply.type("application/json; charset=utf-8").send(body));
const address = await app.listen({ host: "127.0.0.1", port: 0 });
console.log(address);
