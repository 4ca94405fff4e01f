import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { testApiKey, testWebhookSecret } from "./running-gateway.ts";

function run(environment: Record<string, string>, ...options: string[]) {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  return spawnSync(process.execPath, [main, "--port", "0", ...options], {
    encoding: "utf8",
    timeout: 10_000,
    env: {
      TEST_CARD_API_KEY: testApiKey,
      TEST_CARD_WEBHOOK_SECRET: testWebhookSecret,
      ...environment,
    },
  });
}

test.each([
  ["in production", { NODE_ENV: "production" }, /production/],
  ["without an API key", { TEST_CARD_API_KEY: "" }, /TEST_CARD_API_KEY/],
  ["with a weak webhook secret", { TEST_CARD_WEBHOOK_SECRET: "whsec_c2hvcnQ=" }, /24 bytes/],
  ["with a webhook address that is none", { TEST_CARD_WEBHOOK_URL: "shop" }, /Not an http/],
])("does not start %s and says why", (_, environment, sentence) => {
  const result = run(environment);
  expect(result.status).toBe(1);
  expect(result.stderr).toMatch(sentence);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(result.stdout).toBe("");
});

test("--help names every option and leaves with 0", () => {
  const result = run({}, "--help");
  expect(result.status).toBe(0);
  expect(result.stdout).toContain("--webhook-secret");
});
