import { answer, problem } from "#app/api/v1/answer.ts";
import { describeRepositoryTable } from "#components/repository/repository-table.ts";
import { teamRepositories } from "#components/team/team-body.tsx";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readTeam } from "#lib/views/team.ts";
import { defaultTrendRange } from "#lib/views/trend-range.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string; readonly team: string }>;
}

/** GET answers with the rows that a team's page shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const { organization, team } = await params;
    const view = await readTeam(await currentReadContext(), organization, team, defaultTrendRange);
    if (view === null) return problem("not-found", "There is no such team.");
    const parameters = parametersOf(request);
    return exportRows(describeRepositoryTable(teamRepositories(view), parameters), parameters);
  });
}
