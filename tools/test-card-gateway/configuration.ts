import { parseArgs } from "node:util";
import { webhookKey } from "./signature.ts";

export interface Configuration {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly webhookUrl: string | null;
  /** Null keeps everything in memory. */
  readonly dataDirectory: string | null;
  /** Where shoppers reach the hosted page; null means the address listened on. */
  readonly publicUrl: string | null;
  readonly merchant: string;
}

export const usage = `Usage: node tools/test-card-gateway/main.ts [options]

  --port N               port, 0 for any free one      TEST_CARD_PORT (4010)
  --host ADDRESS         address to listen on          TEST_CARD_HOST (127.0.0.1)
  --secret KEY           API key                       TEST_CARD_API_KEY (needed)
  --webhook-secret S     whsec_… in base64             TEST_CARD_WEBHOOK_SECRET (needed)
  --webhook-url URL      where events are sent         TEST_CARD_WEBHOOK_URL (none)
  --data DIR             keep state in this folder     TEST_CARD_DATA (memory)
  --public-url URL       where shoppers find the page  TEST_CARD_PUBLIC_URL (the address listened on)
  --merchant NAME        shown on the page             TEST_CARD_MERCHANT (Test Merchant)
  --help
`;

/** Options win over the environment. Throws an Error whose message is one sentence for people. */
export function readConfiguration(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Configuration | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string" },
      host: { type: "string" },
      secret: { type: "string" },
      "webhook-secret": { type: "string" },
      "webhook-url": { type: "string" },
      data: { type: "string" },
      "public-url": { type: "string" },
      merchant: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) return "help";
  if (environment["NODE_ENV"] === "production") {
    throw new Error(
      "This gateway charges nobody, so it refuses to start with NODE_ENV=production.",
    );
  }
  const webhookSecret = values["webhook-secret"] ?? environment["TEST_CARD_WEBHOOK_SECRET"] ?? "";
  webhookKey(webhookSecret);
  return {
    host: values.host ?? environment["TEST_CARD_HOST"] ?? "127.0.0.1",
    port: parsePort(values.port ?? environment["TEST_CARD_PORT"] ?? "4010"),
    apiKey: requireApiKey(values.secret ?? environment["TEST_CARD_API_KEY"] ?? ""),
    webhookSecret,
    webhookUrl: parseUrl(values["webhook-url"] ?? environment["TEST_CARD_WEBHOOK_URL"]),
    dataDirectory: values.data ?? environment["TEST_CARD_DATA"] ?? null,
    publicUrl: parseUrl(values["public-url"] ?? environment["TEST_CARD_PUBLIC_URL"]),
    merchant: values.merchant ?? environment["TEST_CARD_MERCHANT"] ?? "Test Merchant",
  };
}

function requireApiKey(key: string): string {
  if (key.length >= 8) return key;
  throw new Error("An API key of at least 8 characters is needed: --secret or TEST_CARD_API_KEY.");
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`The port must be a number from 0 to 65535, not "${text}".`);
}

function parseUrl(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  if (/^https?:/.test(text) && URL.canParse(text)) return text.replace(/\/$/, "");
  throw new Error(`Not an http or https address: "${text}".`);
}
