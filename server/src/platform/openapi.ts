import { z } from "zod";
import { type Endpoint, nothing } from "../kernel/endpoint.ts";

type JsonSchema = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
  });
  return json;
}

function parameters(schema: z.ZodType, where: "path" | "query"): JsonSchema[] {
  if (schema === nothing) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: each,
  }));
}

function requestBody(endpoint: Endpoint): JsonSchema | undefined {
  if (endpoint.accepts.length > 0) {
    const binary = { schema: { type: "string", format: "binary" } };
    return {
      required: true,
      content: Object.fromEntries(endpoint.accepts.map((type) => [type, binary])),
    };
  }
  if (endpoint.body === nothing) return undefined;
  return {
    required: true,
    content: { "application/json": { schema: schemaOf(endpoint.body, "input") } },
  };
}

function responses(endpoint: Endpoint): JsonSchema {
  const problem = {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  };
  const good =
    endpoint.produces !== null
      ? {
          200: {
            description: "The file",
            content: { [endpoint.produces]: { schema: { type: "string", format: "binary" } } },
          },
        }
      : endpoint.reply === nothing
        ? { 204: { description: "Done" } }
        : {
            200: {
              description: "Done",
              content: { "application/json": { schema: schemaOf(endpoint.reply, "output") } },
            },
          };
  const byStatus = Map.groupBy(endpoint.errors, (kind) => kind.status);
  const bad = [...byStatus].map(([status, kinds]) => [
    String(status),
    {
      description: kinds.map((kind) => `\`${kind.code}\`: ${kind.title}`).join("\n\n"),
      content: problem,
    },
  ]);
  return {
    ...good,
    ...Object.fromEntries(bad),
    default: { description: "Refused; `code` says why", content: problem },
  };
}

function operation(endpoint: Endpoint): JsonSchema {
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    schema: { type: "string", maxLength: 255 },
    description: `Sending the same request again with the same key has one effect; the reply is kept for ${endpoint.keepReplyHours} hours.`,
  };
  const body = requestBody(endpoint);
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.path.split("/").slice(2, 4).join("/")],
    "x-permission": endpoint.allow,
    security:
      endpoint.allow === "anyone"
        ? []
        : endpoint.path.startsWith("/api/admin/")
          ? [{ staffSession: [] }]
          : [{ customerSession: [] }],
    parameters: [
      ...parameters(endpoint.params, "path"),
      ...parameters(endpoint.query, "query"),
      ...(endpoint.idempotent ? [key] : []),
    ],
    ...(body === undefined ? {} : { requestBody: body }),
    responses: responses(endpoint),
  };
}

/** The whole API as an OpenAPI 3.1 document, from the same definitions that validate requests. */
export function openApi(endpoints: readonly Endpoint[], version: string): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const endpoint of [...endpoints].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1,
  )) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Shopwright",
      version,
      description: "Everything the storefront and the back office do, they do through this API.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        staffSession: { type: "apiKey", in: "cookie", name: "shopwright_staff" },
        customerSession: { type: "apiKey", in: "cookie", name: "shopwright_customer" },
      },
      schemas: {
        Problem: {
          type: "object",
          required: ["type", "code", "title", "status", "requestId"],
          properties: {
            type: { type: "string" },
            code: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            requestId: { type: "string" },
            details: {},
          },
        },
      },
    },
  };
}
