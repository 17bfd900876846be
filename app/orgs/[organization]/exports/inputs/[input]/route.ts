import { answer, problem } from "#app/api/v1/answer.ts";
import { describeUsesTable } from "#components/input/uses-table.tsx";
import { exportRows } from "#components/ui/export-rows.ts";
import { parametersOf } from "#components/ui/table-query.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readInput } from "#lib/views/input.ts";
import { revisionOf, upstreamOfKey } from "#lib/views/upstream-item.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string; readonly input: string }>;
}

/** GET answers with the uses that an upstream's page shows for the same parameters, as a file. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return answer(async () => {
    const { organization, input } = await params;
    const revision = revisionOf(new URL(request.url).searchParams.get("revision"));
    const view = await readInput(await currentReadContext(), organization, upstreamOfKey(input), revision);
    if (view === null) return problem("not-found", "Nothing here uses such an input.");
    return exportRows(describeUsesTable(view), parametersOf(request));
  });
}
