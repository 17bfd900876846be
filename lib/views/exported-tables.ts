import { authorizeRead } from "#lib/access/authorize.ts";
import { counted } from "#lib/checks/counted.ts";
import { inputAgeDaysAt } from "#lib/checks/input-age.ts";
import type { Cell, ExportedTable } from "#lib/format/table-export.ts";
import type { Instant } from "#lib/model/instant.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { findOrganization, type OrganizationRecord } from "#lib/store/organizations.ts";
import { listStoredFindings, listStoredInputs } from "#lib/store/stored-rows.ts";
import { listTeams } from "#lib/store/teams.ts";
import type { ReadContext } from "./read-context.ts";
import { readRepositories } from "./repositories.ts";
import { readTeams } from "./teams.ts";

/** TableName is a table of stored data that leaves as a file. */
export type TableName = "repositories" | "inputs" | "findings" | "teams" | "series";

type ReadTable = (context: ReadContext, organization: OrganizationRecord) => Promise<ExportedTable>;

const tables = {
  repositories: async (context, { slug }) =>
    tableOf((await readRepositories(context, slug))?.repositories ?? [], {
      repository: (row) => row.fullName,
      teams: (row) => row.teams.map((team) => team.slug).join(" "),
      visibility: (row) => row.visibility,
      notEligible: (row) => row.notEligible,
      reading: (row) => row.reading,
      mainFlakes: (row) => row.mainFlakes,
      stages: (row) => row.stages.join(" "),
      nextStep: (row) => row.nextStep,
      nixpkgsAgeDays: (row) => (row.nixpkgsAgeDays?.known ? row.nixpkgsAgeDays.value : null),
      failing: (row) => row.failing,
      pushedAt: (row) => row.pushedAt,
    }),
  inputs: async ({ database, asOf }, { id }) =>
    tableOf(await listStoredInputs(database, id), {
      repository: (row) => row.repository,
      dir: (row) => row.directory,
      role: (row) => row.role,
      name: (row) => row.name,
      implicit: (row) => row.isImplicit,
      url: (row) => row.declaredUrl,
      follows: (row) => row.follows,
      node: (row) => row.nodeLabel,
      rev: (row) => row.revision,
      lastModified: (row) => row.lastModified?.toISOString() ?? null,
      nixpkgs: (row) => row.isNixpkgs,
      upstream: (row) => row.upstream,
      ref: (row) => row.ref,
      ageDays: (row) => ageDaysOf(row.lastModified, asOf),
      counted: (row) => row.isCounted,
    }),
  findings: async ({ database }, { id }) =>
    tableOf(await listStoredFindings(database, id), {
      repository: (row) => row.repository,
      check: (row) => row.checkId,
      subject: (row) => row.subject,
      outcome: (row) => row.outcome,
      summary: (row) => row.summary,
      since: (row) => row.since.toISOString(),
    }),
  teams: async (context, { slug }) =>
    tableOf((await readTeams(context, slug))?.teams ?? [], {
      team: (row) => row.slug,
      name: (row) => row.name,
      eligible: (row) => row.adoption.denominator,
      withFlake: (row) => row.adoption.numerator,
      unknown: (row) => row.adoption.unknown,
      medianNixpkgsAgeDays: (row) => row.medianNixpkgsAgeDays,
    }),
  series: async ({ database }, { id }) => {
    const metricIds = counted.map((metric) => metric.id);
    const slugs = new Map((await listTeams(database, id)).map((team) => [team.id, team.slug]));
    const whole = await listMetricPoints(database, id, { metricIds, scope: { kind: "organization" } });
    const byTeam = await listMetricPoints(database, id, { metricIds, scope: { kind: "all-teams" } });
    return tableOf([...whole, ...byTeam], {
      metric: (row) => row.metricId,
      version: (row) => row.metricVersion,
      team: ({ scope }) => (scope.kind === "team" ? (slugs.get(scope.teamId) ?? scope.teamId) : null),
      day: (row) => row.day,
      numerator: (row) => row.numerator,
      denominator: (row) => row.denominator,
      unknown: (row) => row.unknown,
      value: (row) => row.value,
      origin: (row) => row.origin,
    });
  },
} as const satisfies Record<TableName, ReadTable>;

/** isTableName says whether a text, from a command line or an address, names a table. */
export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}

/**
 * readTable is a table of an organization as its columns and rows, whole; null when there is no organization of that
 * slug. What is not known is an empty cell, never zero.
 */
export async function readTable(context: ReadContext, slug: string, name: TableName): Promise<ExportedTable | null> {
  authorizeRead(context.actor);
  const organization = await findOrganization(context.database, slug);
  return organization === null ? null : tables[name](context, organization);
}

function ageDaysOf(lastModified: Date | null, asOf: Instant): number | null {
  const age = lastModified === null ? null : inputAgeDaysAt(lastModified.toISOString(), asOf);
  return age?.known ? age.value : null;
}

function tableOf<Row>(rows: readonly Row[], columns: Readonly<Record<string, (row: Row) => Cell>>): ExportedTable {
  const values = Object.values(columns);
  return { columns: Object.keys(columns), rows: rows.map((row) => values.map((value) => value(row))) };
}
