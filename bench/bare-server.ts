import Fastify from "fastify";

/** The limit for pages: what Fastify does when there is nothing to do. Prints its address and serves until killed. */
const app = Fastify({ logger: false });
const items = Array.from({ length: 10 }, (_, id) => ({ id, name: `Item ${id}` }));
const body = JSON.stringify({ status: "ok", items });
app.get("/", async (_request, reply) => reply.type("application/json; charset=utf-8").send(body));
console.log(await app.listen({ host: "127.0.0.1", port: 0 }));
