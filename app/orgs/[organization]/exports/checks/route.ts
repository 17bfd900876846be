import { answer, problem } from "#app/api/v1/answer.ts";
import { describeChecksTable } from "#components/check/checks-table.tsx";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { readChecks } from "#lib/views/checks.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string }>;
}

/** GET answers with the rows that the page of checks shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const view = await readChecks(await currentReadContext(), (await params).organization);
    if (view === null) return problem("not-found", "There is no such organization.");
    return exportRows(describeChecksTable(view), parametersOf(request));
  });
}
