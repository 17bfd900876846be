import { Revision } from "#components/ui/revision.tsx";
import type { Column } from "#components/ui/table-rows.ts";
import type { TeamLink } from "#lib/views/shared.ts";

/** CountedRow is a repository as the tables behind a figure name it. */
interface CountedRow {
  readonly name: string;
  readonly href: string;
  readonly teams: readonly TeamLink[];
  /** Null where no commit is behind it. */
  readonly commit: string | null;
}

/** nothingHere stands in a cell that has nothing to say. */
export const nothingHere = <span className="text-muted-foreground">–</span>;

/** countedRepository names the repository and leads to its page. */
export const countedRepository: Column<CountedRow> = {
  id: "repository",
  header: "Repository",
  value: (row) => row.name,
  cell: (row) => (
    <a href={row.href} className="font-medium underline-offset-4 hover:underline">
      {row.name}
    </a>
  ),
  className: "min-w-40 max-sm:min-w-28",
};

/** countedOwner names the teams that own it. */
export const countedOwner: Column<CountedRow> = {
  id: "teams",
  header: "Owner",
  value: (row) => namesOf(row.teams),
  cell: (row) => (row.teams.length === 0 ? nothingHere : namesOf(row.teams)),
  isWideOnly: true,
};

/** countedCommit is the commit that it was read at, or that changed it. */
export const countedCommit: Column<CountedRow> = {
  id: "commit",
  header: "Commit",
  value: (row) => row.commit,
  cell: (row) => (row.commit === null ? nothingHere : <Revision revision={row.commit} />),
  isWideOnly: true,
};

function namesOf(teams: readonly TeamLink[]): string {
  return teams.map(({ name }) => name).join(", ");
}
