import { answer, problem } from "#app/api/v1/answer.ts";
import { describeInputsTable } from "#components/input/inputs-table.tsx";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readInputs } from "#lib/views/inputs.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string }>;
}

/** GET answers with the rows that the page of inputs shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const team = new URL(request.url).searchParams.get("team");
    const view = await readInputs(await currentReadContext(), (await params).organization, team);
    if (view === null) return problem("not-found", "There is no such organization.");
    return exportRows(describeInputsTable(view), parametersOf(request));
  });
}
