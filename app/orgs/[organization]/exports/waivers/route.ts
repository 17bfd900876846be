import { answer, problem } from "#app/api/v1/answer.ts";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { describeWaiversTable } from "#components/waiver/waivers-table.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readWaivers } from "#lib/views/waivers.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string }>;
}

/** GET answers with the rows that the page of waivers shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const view = await readWaivers(await currentReadContext(), (await params).organization);
    if (view === null) return problem("not-found", "There is no such organization.");
    return exportRows(describeWaiversTable(view), parametersOf(request));
  });
}
