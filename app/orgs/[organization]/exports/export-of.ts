import { answer, problem } from "#app/api/v1/answer.ts";
import { type ExportedRows, exportRows } from "#components/ui/export-rows.ts";
import { type PageParameters, parametersOf } from "#components/ui/table-query.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import type { ReadContext } from "#lib/views/read-context.ts";

interface RouteContext {
  readonly params: Promise<{ readonly organization: string }>;
}

/**
 * exportOf is the address of a table that leaves as a file, with all the rows that the table's page shows for the same
 * parameters.
 *
 * @param read is the view that the page is made from; null when there is no such organization.
 * @param tableOf is the table that the page makes from it.
 */
export function exportOf<View, Row>(
  read: (context: ReadContext, organization: string, parameters: PageParameters) => Promise<View | null>,
  tableOf: (view: View, parameters: PageParameters) => ExportedRows<Row>,
): (request: Request, route: RouteContext) => Promise<Response> {
  return (request, { params }) =>
    answer(async () => {
      const parameters = parametersOf(request);
      const view = await read(await currentReadContext(), (await params).organization, parameters);
      if (view === null) return problem("not-found", "There is no such organization.");
      return exportRows(tableOf(view, parameters), parameters);
    });
}
