import { answer, problem } from "#app/api/v1/answer.ts";
import { allRepositories } from "#components/repository/repositories-body.tsx";
import { describeRepositoryTable } from "#components/repository/repository-table.ts";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readRepositories } from "#lib/views/repositories.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string }>;
}

/** GET answers with the rows that the page of repositories shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const view = await readRepositories(await currentReadContext(), (await params).organization);
    if (view === null) return problem("not-found", "There is no such organization.");
    const parameters = parametersOf(request);
    return exportRows(describeRepositoryTable(allRepositories(view), parameters), parameters);
  });
}
