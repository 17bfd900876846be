import { openapiDocument } from "#lib/views/api/openapi.ts";
import { answer, answerDocument } from "../answer.ts";

export const dynamic = "force-dynamic";

/** GET /api/v1/openapi.json describes the API in OpenAPI 3.1. */
export async function GET(request: Request): Promise<Response> {
  return answer(async () => answerDocument(request, openapiDocument()));
}
