import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readMetrics } from "#lib/views/metrics.ts";
import { answer } from "../v1/answer.ts";

export const dynamic = "force-dynamic";

/** GET /api/metrics is the state of this installation for Prometheus. */
export async function GET(): Promise<Response> {
  return answer(async () => {
    const { contentType, text } = await readMetrics(await currentReadContext());
    return new Response(text, { headers: { "content-type": contentType } });
  });
}
