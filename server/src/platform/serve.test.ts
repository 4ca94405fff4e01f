import { expect, it } from "vitest";
import { loadConfig } from "./config.ts";
import { openLog } from "./log.ts";
import { openServer } from "./serve.ts";

/** The address that limits count by, for a request over one or two proxies whose client lied first. */
async function addressSeen(trustProxy: string, forwarded: string): Promise<string> {
  const env = { SHOPWRIGHT_SECRET: "a secret for tests only", TRUST_PROXY: trustProxy };
  const app = await openServer(loadConfig("", env), openLog("silent"));
  app.get("/address", (request) => request.ip);
  const headers = { "x-forwarded-for": forwarded };
  const { body } = await app.inject({ url: "/address", remoteAddress: "10.0.0.9", headers });
  await app.close();
  return body;
}

it.each([
  ["0", "1.1.1.1, 192.0.2.7", "10.0.0.9"],
  ["1", "192.0.2.7", "192.0.2.7"],
  ["1", "1.1.1.1, 192.0.2.7", "192.0.2.7"],
  ["2", "1.1.1.1, 192.0.2.7, 10.0.0.8", "192.0.2.7"],
])("behind %s proxies, of the addresses %s the client's is %s", async (proxies, all, client) => {
  expect(await addressSeen(proxies, all)).toBe(client);
});
