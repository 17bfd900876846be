import { z } from "zod";
import { authorizeRead } from "#lib/access/authorize.ts";
import { counted } from "#lib/checks/counted.ts";
import { listMetricPoints, type ScopedMetricPoint } from "#lib/store/metric-points.ts";
import { listTeams } from "#lib/store/teams.ts";
import type { ReadContext } from "../read-context.ts";
import { defineEndpoint } from "./endpoint.ts";
import { behind, type Key, pageOf, pageParameters, readPage } from "./page.ts";

const parameters = z.strictObject({
  ...pageParameters,
  metric: z
    .string()
    .refine((id) => counted.some((metric) => metric.id === id), { error: "There is no metric of that id." })
    .optional()
    .describe("The id of a metric; without it, all of them."),
  team: z.string().max(200).optional().describe("The slug of a team; without it, the organization as a whole."),
  from: z.iso.date().optional().describe("The first day, UTC."),
  to: z.iso.date().optional().describe("The last day, UTC."),
});

const keyOf = (point: ScopedMetricPoint): Key => [point.metricId, point.day];

/** seriesEndpoint lists the points of metrics, by metric and day. A day without a scan has no point. */
export const seriesEndpoint = defineEndpoint({
  path: "/series",
  summary: "Metrics over time, in absolute counts",
  parameters,
  answer: pageOf(
    z.object({
      organization: z.string(),
      team: z.string().nullable().describe("Null for the organization as a whole."),
      metric: z.string(),
      version: z.int().describe("Of the metric's rule; where it changes, two points do not compare."),
      day: z.iso.date(),
      numerator: z.number(),
      denominator: z.number(),
      unknown: z.number().describe("In the denominator, never in the numerator."),
      value: z
        .number()
        .nullable()
        .describe(
          "What a metric that is no share comes to, such as a median age in days. Null for a share, and where nothing is known.",
        ),
      origin: z.enum(["observed", "backfilled"]),
    }),
  ),
  read: async (context, asked) => {
    authorizeRead(context.actor);
    return readPage(
      context,
      asked,
      {
        keyOf,
        rows: async ({ id }, after, limit) => behind(await listPoints(context, id, asked), keyOf, after, limit),
      },
      ({ metricId, metricVersion, day, numerator, denominator, unknown, value, origin }, { slug }) => ({
        organization: slug,
        team: asked.team ?? null,
        metric: metricId,
        version: metricVersion,
        day,
        numerator,
        denominator,
        unknown,
        value,
        origin,
      }),
    );
  },
});

async function listPoints(
  { database }: ReadContext,
  organizationId: string,
  { metric, team, from, to }: z.output<typeof parameters>,
): Promise<readonly ScopedMetricPoint[]> {
  const metricIds = metric === undefined ? counted.map(({ id }) => id) : [metric];
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  if (team === undefined) {
    return listMetricPoints(database, organizationId, { metricIds, scope: { kind: "organization" }, ...days });
  }
  const found = (await listTeams(database, organizationId)).find(({ slug }) => slug === team);
  if (found === undefined) return [];
  return listMetricPoints(database, organizationId, { metricIds, scope: { kind: "team", teamId: found.id }, ...days });
}
