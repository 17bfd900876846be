import { compareNames } from "#lib/model/compare-names.ts";
import type { RepositoryRow } from "#lib/views/shared.ts";

/** ReportRow is one repository on paper, as far as its place there goes. */
export type ReportRow = Pick<RepositoryRow, "name" | "nextStep" | "notEligible" | "failing">;

// In characters, at the size in which the report is set: what fits into one line of each column.
const nameLine = 34;
const stepLine = 34;

/**
 * reportRows are the repositories that a printed report has room for: those that fail most checks first, what does not
 * count last. A row takes as many lines as its name or its next step does; names are never cut, for they may differ at
 * their ends only.
 *
 * @param linesMax how many lines of text there is room for.
 */
export function reportRows<Row extends ReportRow>(rows: readonly Row[], linesMax: number): readonly Row[] {
  const worstFirst = rows.toSorted(
    (one, other) =>
      Number(one.notEligible !== null) - Number(other.notEligible !== null) ||
      other.failing - one.failing ||
      compareNames(one.name, other.name),
  );
  let lines = 0;
  const end = worstFirst.findIndex((row) => {
    lines += linesOf(row);
    return lines > linesMax;
  });
  return end === -1 ? worstFirst : worstFirst.slice(0, end);
}

function linesOf({ name, nextStep }: ReportRow): number {
  return Math.max(1, Math.ceil(name.length / nameLine), Math.ceil((nextStep?.length ?? 0) / stepLine));
}
