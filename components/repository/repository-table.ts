import type { ExportedRows } from "#components/ui/export-rows.ts";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { RepositoryRow, TeamLink } from "#lib/views/shared.ts";
import { repositoryColumns } from "./repository-columns.tsx";
import { type CheckTitle, outcomeColumn, repositoryFilters } from "./repository-filters.tsx";

/** RepositoryTable is what a table of repositories is made from, on its page and in its export. */
export interface RepositoryTable {
  readonly name: string;
  readonly rows: readonly RepositoryRow[];
  readonly ageLimitDays: number;
  /** Teams to filter by; none where the table is one team's. */
  readonly teams?: readonly TeamLink[];
  /** Checks to filter by; choosing one shows how each repository fares. */
  readonly checks?: readonly CheckTitle[];
}

/** describeRepositoryTable is its columns and filters for what the address asks. */
export function describeRepositoryTable(
  { name, rows, ageLimitDays, teams = [], checks = [] }: RepositoryTable,
  parameters: PageParameters,
): ExportedRows<RepositoryRow> {
  const check = checks.find(({ id }) => id === parameters.check);
  const [first, ...others] = repositoryColumns(ageLimitDays);
  const columns = [first, ...(check === undefined ? [] : [outcomeColumn(check)]), ...others];
  return { name, rows, columns, filters: repositoryFilters(teams, checks) };
}
