import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Everything the program is told from outside: environment first, then what it made for itself. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  /** Connections of one process. */
  readonly poolSize: number;
  /** Address people use, for links in mails; no trailing slash. */
  readonly publicUrl: string;
  readonly logLevel: string;
  /** Signs cookies and links; made for this installation, kept in the data folder. */
  readonly secret: string;
  /** The stand-in card gateway, when this installation uses it; refused in production. */
  readonly testCard: TestCardConfig | null;
  /** The register of VAT ids, no trailing slash; null: VAT ids are not checked. */
  readonly viesUrl: string | null;
  /** Who calculates the tax of the markets that the settings name; null: there is no such service. */
  readonly taxService: TaxServiceConfig | null;
  /** Requests one address may make in a minute over the public API; 0: no limit. */
  readonly requestsPerMinute: number;
  /**
   * Proxies in front of the program, each of which adds the address it was called from to
   * X-Forwarded-For; what a client wrote there itself is not believed. 0: the header means nothing.
   */
  readonly trustProxy: number;
}

export interface TestCardConfig {
  readonly url: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
}

export interface TaxServiceConfig {
  readonly url: string;
  readonly apiKey: string;
}

export class ConfigProblem extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

function integer(
  env: Environment,
  name: string,
  fallback: number,
  low: number,
  high: number,
): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new ConfigProblem(
      `${name} is "${text}", but must be a whole number from ${low} to ${high}.`,
    );
  }
  return value;
}

/** A secret that this installation keeps: read from the data folder, or made there once. */
export function keptSecret(dataFolder: string, name: string): string {
  const file = path.join(dataFolder, name);
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(dataFolder, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}

function testCardConfig(env: Environment, production: boolean): TestCardConfig | null {
  const url = env["TEST_CARD_URL"];
  if (url === undefined || url === "") return null;
  if (production)
    throw new ConfigProblem(
      "TEST_CARD_URL is set, but the test card takes no real money and is refused in production.",
    );
  const apiKey = env["TEST_CARD_API_KEY"];
  const webhookSecret = env["TEST_CARD_WEBHOOK_SECRET"];
  if (apiKey === undefined || webhookSecret === undefined) {
    throw new ConfigProblem(
      "TEST_CARD_URL is set, so TEST_CARD_API_KEY and TEST_CARD_WEBHOOK_SECRET must be, too.",
    );
  }
  return { url, apiKey, webhookSecret };
}

const vies = "https://ec.europa.eu/taxation_customs/vies/rest-api";

/** The Commission's register unless another one, or "off", is named. */
function viesUrl(env: Environment): string | null {
  const url = env["VIES_URL"] || vies;
  return url === "off" ? null : url.replace(/\/+$/, "");
}

function taxServiceConfig(env: Environment): TaxServiceConfig | null {
  const url = env["TAX_SERVICE_URL"];
  if (url === undefined || url === "") return null;
  const apiKey = env["TAX_SERVICE_KEY"];
  if (apiKey === undefined || apiKey === "") {
    throw new ConfigProblem("TAX_SERVICE_URL is set, so TAX_SERVICE_KEY must be, too.");
  }
  return { url: url.replace(/\/+$/, ""), apiKey };
}

/** The shop's address as people reach it, for links in mails; no trailing slash. Fixed for a process. */
export function publicUrl(env: Environment = process.env): string {
  const port = integer(env, "PORT", 3000, 0, 65_535);
  return (env["PUBLIC_URL"] || `http://localhost:${port}`).replace(/\/+$/, "");
}

/** Reads the configuration. `databaseUrl` comes from DATABASE_URL or from the embedded server started before. */
export function loadConfig(databaseUrl: string, env: Environment = process.env): Config {
  const production = env["NODE_ENV"] === "production";
  const port = integer(env, "PORT", 3000, 0, 65_535);
  const dataFolder = path.resolve(env["SHOPWRIGHT_DATA"] ?? "data");
  return {
    production,
    host: env["HOST"] ?? "127.0.0.1",
    port,
    dataFolder,
    databaseUrl,
    poolSize: integer(env, "DATABASE_POOL", 10, 2, 200),
    publicUrl: publicUrl(env),
    logLevel: env["LOG_LEVEL"] ?? "info",
    secret: env["SHOPWRIGHT_SECRET"] ?? keptSecret(dataFolder, "secret"),
    testCard: testCardConfig(env, production),
    viesUrl: viesUrl(env),
    taxService: taxServiceConfig(env),
    requestsPerMinute: integer(env, "REQUESTS_PER_MINUTE", 600, 0, 10_000_000),
    trustProxy: integer(env, "TRUST_PROXY", 0, 0, 10),
  };
}
