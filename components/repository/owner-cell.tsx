import { Fragment } from "react";
import type { RepositoryRow } from "#lib/views/shared.ts";
import { ownershipRuleWords } from "./ownership-words.ts";

/** OwnerCell names the owning teams, and on hover which rule decided. */
export function OwnerCell({
  row,
}: {
  readonly row: Pick<RepositoryRow, "teams" | "ownershipRule" | "ownershipDetail">;
}) {
  const why = `${ownershipRuleWords[row.ownershipRule]}${row.ownershipDetail === "" ? "" : `: ${row.ownershipDetail}`}`;
  if (row.teams.length === 0) {
    return (
      <span className="text-muted-foreground" data-hint={why}>
        unowned
      </span>
    );
  }
  return (
    <span data-hint={`By ${why}`} className="*:underline-offset-4 *:hover:underline">
      {row.teams.map((team, index) => (
        <Fragment key={team.slug}>
          {index > 0 ? ", " : ""}
          <a href={team.href}>{team.name}</a>
        </Fragment>
      ))}
    </span>
  );
}
