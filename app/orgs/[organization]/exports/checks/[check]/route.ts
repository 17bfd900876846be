import { answer, problem } from "#app/api/v1/answer.ts";
import { describeCheckFindings } from "#components/check/check-findings-table.tsx";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { readCheck } from "#lib/views/check.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { defaultTrendRange } from "#lib/views/trend-range.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string; readonly check: string }>;
}

/** GET answers with the findings that a check's page shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const { organization, check } = await params;
    const view = await readCheck(await currentReadContext(), organization, check, defaultTrendRange);
    if (view === null) return problem("not-found", "There is no such check.");
    return exportRows(describeCheckFindings(view), parametersOf(request));
  });
}
