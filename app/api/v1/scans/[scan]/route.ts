import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readScanById } from "#lib/views/scan.ts";
import { answer, problem } from "../../answer.ts";

export const dynamic = "force-dynamic";

/** GET /api/v1/scans/{id} is one scan with its progress, as the scan's page shows it. */
export async function GET(_request: Request, { params }: { params: Promise<{ scan: string }> }): Promise<Response> {
  return answer(async () => {
    const view = await readScanById(await currentReadContext(), (await params).scan);
    return view === null ? problem("not-found", "There is no such scan.") : Response.json(view);
  });
}
