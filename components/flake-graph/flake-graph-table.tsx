"use client";

import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { LineMark } from "#components/ui/line-mark.tsx";
import { warningLine } from "#components/ui/lines.ts";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import type { FlakeLinkItem, OwnFlakeRow } from "#lib/views/flake-graph/own-flake-row.ts";

const namesShown = 6;

const columns: readonly Column<OwnFlakeRow>[] = [
  {
    id: "repository",
    header: "Repository",
    value: (row) => row.name,
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
        {row.href === null ? (
          <span className="font-medium">{row.name}</span>
        ) : (
          <Link href={row.href} prefetch={false} className="font-medium underline-offset-4 hover:underline">
            {row.name}
          </Link>
        )}
        {row.isHere ? null : <Badge data-hint="No repository of this name is known here">not known here</Badge>}
        {row.circle.length > 0 ? (
          <Badge tone="bad" data-hint={`With ${namesOf(row.circle)}`}>
            <LineMark line={warningLine} />
            circle
          </Badge>
        ) : null}
        <span className="basis-full text-muted-foreground text-small sm:hidden">
          {namesOf(row.owners) || "unowned"}
        </span>
      </span>
    ),
    className: "min-w-36 max-sm:min-w-28",
  },
  {
    id: "owner",
    header: "Owner",
    value: (row) => namesOf(row.owners),
    cell: (row) =>
      row.owners.length === 0 ? <span className="text-muted-foreground">unowned</span> : namesOf(row.owners),
    isWideOnly: true,
  },
  linksColumn("uses", "Depends on", "Flakes of the organization that it uses itself", (row) => row.uses),
  {
    ...linksColumn("users", "Used by", "Repositories that use it themselves", (row) => row.usedBy),
    isWideOnly: true,
  },
  {
    id: "affected",
    header: "Affected",
    hint: "If it is bad: repositories that depend on it, in one step or more, and the teams that own them",
    align: "end",
    value: (row) => row.affected,
    cell: (row) =>
      row.affected === 0 ? (
        <span className="text-muted-foreground">–</span>
      ) : (
        <span className="flex flex-col">
          <span className="font-medium">{formatNumber(row.affected)}</span>
          <span className="text-muted-foreground text-small">
            {row.affectedTeams === 0 ? "no team" : formatCount(row.affectedTeams, "team", "teams")}
          </span>
        </span>
      ),
    className: "whitespace-nowrap",
  },
];

function linksColumn(
  id: string,
  header: string,
  hint: string,
  links: (row: OwnFlakeRow) => readonly FlakeLinkItem[],
): Column<OwnFlakeRow> {
  return {
    id,
    header,
    hint,
    value: (row) => namesOf(links(row)),
    sortValue: (row) => links(row).length,
    cell: (row) => {
      const found = links(row);
      if (found.length === 0) return <span className="text-muted-foreground">–</span>;
      const more = found.length - namesShown;
      return `${namesOf(found.slice(0, namesShown))}${more > 0 ? ` and ${more} more` : ""}`;
    },
    className: "min-w-44 max-sm:min-w-28",
  };
}

function namesOf(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => name).join(", ");
}

const filters: readonly TableFilter<OwnFlakeRow>[] = [
  {
    id: "place",
    label: "Used or using",
    options: [
      { value: "used", label: "Used by others" },
      { value: "using", label: "Uses others" },
      { value: "circle", label: "In a circle" },
    ],
    matches: (row, place) =>
      place === "used" ? row.usedBy.length > 0 : place === "using" ? row.uses.length > 0 : row.circle.length > 0,
  },
];

/** FlakeGraphTable is the organization's own flakes, whom most depend on first. */
export function FlakeGraphTable({ name, rows }: { readonly name: string; readonly rows: readonly OwnFlakeRow[] }) {
  return (
    <DataTable
      name={`Own flakes of ${name}`}
      noun={["repository", "repositories"]}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      filters={filters}
      empty={null}
    />
  );
}
