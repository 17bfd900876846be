import { answer, problem } from "#app/api/v1/answer.ts";
import { describeAuditTable } from "#components/settings/audit-table.tsx";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { readAudit } from "#lib/views/audit.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string }>;
}

/** GET answers with the rows that the page of changes of settings shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const view = await readAudit(await currentReadContext(), (await params).organization);
    if (view === null) return problem("not-found", "There is no such organization.");
    return exportRows(describeAuditTable(view), parametersOf(request));
  });
}
