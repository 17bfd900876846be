import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";

const problemSchema = z.object({
  type: z.string(),
  title: z.string().describe("What kind of problem it is, for programs."),
  status: z.int(),
  detail: z.string().describe("What happened and how to mend it, for people."),
});

/** openapiDocument describes every endpoint in OpenAPI 3.1. It is made from what reads and writes them. */
export function openapiDocument() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Flakeboard",
      version: "1",
      description:
        "How far Nix has come in an organization, as data. Nothing here changes anything; what is not known is null " +
        "or says why, and is never zero. A list comes in pages: ask again with `next` as the cursor until it is null.",
    },
    servers: [{ url: "/api/v1" }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: operationOf(endpoint) }])),
    components: {
      responses: {
        Problem: {
          description: "What went wrong, as RFC 9457 problem details",
          content: { "application/problem+json": { schema: jsonSchema(problemSchema) } },
        },
      },
    },
  };
}

function operationOf({ path, summary, parameters, answer }: Endpoint) {
  return {
    operationId: operationId(path),
    summary,
    parameters: Object.entries(parameters.shape).map(([name, schema]) => parameterOf(path, name, schema)),
    responses: {
      "200": { description: summary, content: { "application/json": { schema: jsonSchema(answer) } } },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

function parameterOf(path: string, name: string, schema: z.core.$ZodType) {
  const isInPath = path.includes(`{${name}}`);
  const { description, ...type } = jsonSchema(schema);
  return {
    name,
    in: isInPath ? "path" : "query",
    required: isInPath,
    schema: type,
    ...(description === undefined ? {} : { description }),
  };
}

/** The schema of what a caller writes and reads, without the line that names the dialect: OpenAPI 3.1 has that one. */
function jsonSchema(schema: z.core.$ZodType) {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}

/** `/repositories/{owner}/{name}` becomes `repositories-owner-name`. */
function operationId(path: string): string {
  return path.slice(1).replaceAll("/", "-").replaceAll(/[{}]/g, "");
}
