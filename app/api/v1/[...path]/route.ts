import { matchEndpoint } from "#lib/views/api/endpoints.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { answer, answerDocument, problem } from "../answer.ts";

export const dynamic = "force-dynamic";

/** GET /api/v1/… is what `/api/v1/openapi.json` describes. */
export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  return answer(async () => {
    const match = matchEndpoint((await params).path);
    if (match === null) return problem("not-found", "There is no such address. See /api/v1/openapi.json.");
    const { endpoint, inPath } = match;
    const asked = { ...Object.fromEntries(new URL(request.url).searchParams), ...inPath };
    const document = await endpoint.read(await currentReadContext(), asked);
    return document === null ? problem("not-found", "There is no such thing here.") : answerDocument(request, document);
  });
}
