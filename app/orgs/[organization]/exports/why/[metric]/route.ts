import { answer, problem } from "#app/api/v1/answer.ts";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { describeWhyTable } from "#components/why/why-table.tsx";
import { askedDay } from "#lib/views/asked-day.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readWhy } from "#lib/views/why.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string; readonly metric: string }>;
}

/** GET answers with the repositories that a figure's page shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const { organization, metric } = await params;
    const { searchParams } = new URL(request.url);
    const question = {
      metricId: metric,
      team: searchParams.get("team") || null,
      day: askedDay(searchParams.get("day")),
    };
    const view = await readWhy(await currentReadContext(), organization, question);
    if (view === null) return problem("not-found", "There is no such figure.");
    return exportRows(describeWhyTable(view), parametersOf(request));
  });
}
