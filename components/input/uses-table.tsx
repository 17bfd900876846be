import { AgeCell } from "#components/repository/age-cell.tsx";
import { RevisionCell } from "#components/repository/revision-cell.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { ExportedRows } from "#components/ui/export-rows.ts";
import { LineMark } from "#components/ui/line-mark.tsx";
import { warningLine } from "#components/ui/lines.ts";
import { PagedTable } from "#components/ui/paged-table.tsx";
import { PathText } from "#components/ui/path-text.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import { formatCount } from "#lib/format/format.ts";
import type { InputUse, InputView } from "#lib/views/input.ts";
import { inputExportHref } from "#lib/views/upstream-item.ts";

const reachWords = {
  reached: "updated",
  unreached: "not updated",
  pinned: "pinned",
  unknown: "unknown",
} as const satisfies Record<NonNullable<InputUse["reach"]>, string>;

const columns: readonly Column<InputUse>[] = [
  {
    id: "repository",
    header: "Repository",
    value: (row) => row.repository.name,
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-1.5">
        <a href={row.repository.href} className="font-medium underline-offset-4 hover:underline">
          {row.repository.name}
        </a>
        {row.isCounted ? null : (
          <Badge data-hint="Archived, a fork, excluded, or no main flake">
            {row.role === "main" ? "not counted" : row.role}
          </Badge>
        )}
        <span className="basis-full text-small sm:hidden">
          <Relation row={row} />
        </span>
      </span>
    ),
    className: "min-w-36 max-sm:min-w-28",
  },
  {
    id: "flake",
    header: "Flake",
    value: (row) => (row.directory === "." ? "flake.nix" : `${row.directory}/flake.nix`),
    cell: (row) => (
      <span className="font-mono text-small">{row.directory === "." ? "flake.nix" : `${row.directory}/flake.nix`}</span>
    ),
    isHiddenAtFirst: true,
  },
  {
    id: "relation",
    header: "How",
    hint: "Declared by the flake, or brought in by one of its inputs",
    value: (row) => (row.isDirect ? "direct" : "through another"),
    cell: (row) => <Relation row={row} />,
    isWideOnly: true,
    className: "whitespace-nowrap",
  },
  {
    id: "name",
    header: "Input",
    hint: "Its name, or the path of names that leads to it",
    value: (row) => row.name,
    cell: (row) => (
      <span className="font-mono text-small [overflow-wrap:anywhere]">
        <PathText text={row.name} />
      </span>
    ),
    isWideOnly: true,
    className: "min-w-32",
  },
  {
    id: "ref",
    header: "Ref",
    value: (row) => row.ref,
    cell: (row) =>
      row.isUnsupported ? (
        <Badge tone="bad">
          <LineMark line={warningLine} label="Unsupported:" />
          {row.ref ?? "default"}
        </Badge>
      ) : (
        <span className="font-mono text-small">
          {row.ref ?? <span className="text-muted-foreground">default</span>}
        </span>
      ),
    className: "whitespace-nowrap",
  },
  {
    id: "revision",
    header: "Revision",
    value: (row) => row.revision,
    cell: (row) => <RevisionCell revision={row.revision} />,
    isWideOnly: true,
  },
  {
    id: "age",
    header: "Age",
    hint: "Whole days since the locked revision",
    value: (row) => (row.ageDays.known ? row.ageDays.value : null),
    cell: (row) => <AgeCell ageDays={row.ageDays} isStale={row.isBeyondLimit} />,
  },
  {
    id: "behind",
    header: "Behind",
    hint: "Days behind the newest revision of its branch",
    value: (row) => row.driftDays,
    cell: (row) =>
      row.driftDays === null ? (
        <span className="text-muted-foreground" data-hint="Its branch was not asked, or another flake decides over it">
          –
        </span>
      ) : (
        formatCount(row.driftDays, "day", "days")
      ),
    isWideOnly: true,
    className: "whitespace-nowrap",
  },
  {
    id: "updated",
    header: "Automation",
    hint: "Whether some automation updates it",
    value: (row) => (row.reach === null ? null : reachWords[row.reach]),
    cell: (row) =>
      row.reach === null ? (
        <span className="text-muted-foreground">–</span>
      ) : row.reach === "unknown" ? (
        <Badge tone="unknown">unknown</Badge>
      ) : (
        reachWords[row.reach]
      ),
    isWideOnly: true,
    className: "whitespace-nowrap",
  },
  {
    id: "teams",
    header: "Owner",
    value: (row) => row.teams.map(({ name }) => name).join(", "),
    cell: (row) =>
      row.teams.length === 0 ? (
        <span className="text-muted-foreground">unowned</span>
      ) : (
        row.teams.map(({ name }) => name).join(", ")
      ),
    isWideOnly: true,
  },
];

function Relation({ row }: { readonly row: InputUse }) {
  if (row.isDirect) return <Badge tone="accent">direct</Badge>;
  return (
    <span className="text-muted-foreground">
      by <span className="font-mono text-foreground text-small">{row.name.split("/")[0]}</span>
    </span>
  );
}

const filters: readonly TableFilter<InputUse>[] = [
  {
    id: "relation",
    label: "Direct or not",
    options: [
      { value: "direct", label: "Direct" },
      { value: "transitive", label: "Through others" },
    ],
    matches: (row, relation) => row.isDirect === (relation === "direct"),
  },
  {
    id: "state",
    label: "In any state",
    options: [
      { value: "old", label: "Beyond the limit" },
      { value: "unsupported", label: "Unsupported branch" },
      { value: "unreached", label: "Not updated" },
      { value: "uncounted", label: "Not counted" },
    ],
    matches: (row, state) => {
      if (state === "old") return row.isBeyondLimit;
      if (state === "unsupported") return row.isUnsupported;
      return state === "unreached" ? row.reach === "unreached" : !row.isCounted;
    },
  },
];

export interface UsesTableProps {
  readonly view: InputView;
  readonly parameters: PageParameters;
}

/** UsesTable is every place in which an upstream is used. */
export function UsesTable({ view, parameters }: UsesTableProps) {
  return (
    <PagedTable
      {...describeUsesTable(view)}
      noun={["use", "uses"]}
      rowKey={(row) => `${row.repository.name} ${row.directory} ${row.name}`}
      parameters={parameters}
      exportHref={inputExportHref(view.organization.slug, view.input.upstream)}
      empty={<p className="border-t px-5 py-4 text-muted-foreground">No flake is locked to this revision.</p>}
    />
  );
}

/** describeUsesTable is what that table is made from, on its page and in its export. */
export function describeUsesTable({ input, uses }: InputView): ExportedRows<InputUse> {
  return { name: `Who uses ${input.name}`, columns, rows: uses, filters };
}
