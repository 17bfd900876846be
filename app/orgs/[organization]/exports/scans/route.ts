import { answer, problem } from "#app/api/v1/answer.ts";
import { describeScansTable } from "#components/scan/scans-table.tsx";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readScans } from "#lib/views/scans.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string }>;
}

/** GET answers with the rows that the page of scans shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const view = await readScans(await currentReadContext(), (await params).organization);
    if (view === null) return problem("not-found", "There is no such organization.");
    return exportRows(describeScansTable(view), parametersOf(request));
  });
}
