import { answer, problem } from "#app/api/v1/answer.ts";
import { describeChangesTable } from "#components/changes/changes-table.tsx";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { askedDay } from "#lib/views/asked-day.ts";
import { readChanges } from "#lib/views/changes.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string }>;
}

/** GET answers with the changes that their page shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const { searchParams: asked } = new URL(request.url);
    const question = {
      metricId: asked.get("metric"),
      team: asked.get("team") || null,
      from: askedDay(asked.get("from")),
      to: askedDay(asked.get("to")),
    };
    const view = await readChanges(await currentReadContext(), (await params).organization, question);
    if (view === null) return problem("not-found", "There is no such organization, metric or team.");
    return exportRows(describeChangesTable(view), parametersOf(request));
  });
}
