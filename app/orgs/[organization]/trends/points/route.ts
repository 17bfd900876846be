import { toCsv, toJson } from "#lib/format/table-export.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { trendQuestion } from "#lib/views/trend-question.ts";
import { readTrendsView } from "#lib/views/trends.ts";
import { trendsTable } from "#lib/views/trends-table.ts";

interface PointsParameters {
  readonly params: Promise<{ readonly organization: string }>;
}

/** GET hands out the points of the courses that the address asks for, as CSV or JSON. */
export async function GET(request: Request, { params }: PointsParameters): Promise<Response> {
  const { organization } = await params;
  const { searchParams } = new URL(request.url);
  const question = trendQuestion({
    metric: searchParams.get("metric") ?? undefined,
    team: searchParams.getAll("team"),
    range: searchParams.get("range") ?? undefined,
  });
  const view = await readTrendsView(await currentReadContext(), organization, question);
  if (view === null) return new Response("There is no organization of this name.", { status: 404 });
  const isJson = searchParams.get("format") === "json";
  const table = trendsTable(view);
  return new Response(isJson ? toJson(table) : toCsv(table), {
    headers: {
      "Content-Type": isJson ? "application/json" : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="trends.${isJson ? "json" : "csv"}"`,
    },
  });
}
