import { SmallGlyph } from "#components/glyph/small-glyph.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Column } from "#components/ui/table-rows.ts";
import { formatAgeDays, formatNumber } from "#lib/format/format.ts";
import type { RepositoryRow } from "#lib/views/shared.ts";
import { stageWords } from "#lib/views/stage-words.ts";
import { AgeCell } from "./age-cell.tsx";
import { notEligibleWords } from "./not-eligible-words.ts";
import { OwnerCell } from "./owner-cell.tsx";
import { StagePips } from "./stage-pips.tsx";

// One element that stands in many rows is sent once.
const dash = <span className="text-muted-foreground">–</span>;

/** repositoryColumns are the columns of every table of repositories. Ages above `ageLimitDays` are marked. */
export function repositoryColumns(ageLimitDays: number): readonly [Column<RepositoryRow>, ...Column<RepositoryRow>[]] {
  return [
    {
      id: "repository",
      header: "Repository",
      value: (row) => row.name,
      cell: (row) => <NameCell row={row} />,
      className: "min-w-44 max-w-80 max-sm:min-w-36 max-sm:max-w-48",
    },
    {
      id: "owner",
      header: "Owner",
      hint: "The owning teams; hover a name for the rule that decided",
      value: (row) => row.teams.map((team) => team.name).join(", ") || null,
      cell: (row) => <OwnerCell row={row} />,
      isWideOnly: true,
      className: "max-w-48",
    },
    {
      id: "stage",
      header: "Stages",
      hint: "Development, packaging, continuous integration, distribution, containers and systems",
      value: (row) => row.stages.map((stage) => stageWords[stage].label).join(", ") || null,
      sortValue: (row) => (row.reading === "unread" ? null : row.stages.length),
      cell: (row) => <StagePips reached={row.stages} isUnknown={row.reading === "unread"} />,
      // A phone has room for one of the two, and the next step says more.
      isWideOnly: true,
    },
    {
      id: "next",
      header: "Next step",
      value: (row) => row.nextStep,
      cell: (row) => (
        <>
          {row.nextStep ?? dash}
          <NarrowNumbers row={row} ageLimitDays={ageLimitDays} />
        </>
      ),
      className: "min-w-52 max-w-96 max-sm:min-w-36",
    },
    {
      id: "age",
      header: "Nixpkgs age",
      hint: "Of the oldest Nixpkgs input of its main flakes",
      value: (row) => (row.nixpkgsAgeDays?.known ? row.nixpkgsAgeDays.value : null),
      cell: (row) => <AgeCell ageDays={row.nixpkgsAgeDays} isStale={isBeyond(row, ageLimitDays)} />,
      isWideOnly: true,
    },
    {
      id: "failing",
      header: "Failing",
      hint: "Findings that fail",
      align: "end",
      value: (row) => (row.reading === "unread" ? null : row.failing),
      cell: (row) => (row.reading === "unread" ? dash : formatNumber(row.failing)),
      isWideOnly: true,
    },
    {
      id: "pushed",
      header: "Last push",
      value: (row) => row.pushedAt,
      sortValue: (row) => (row.pushedAt === null ? null : Date.parse(row.pushedAt)),
      cell: (row) => (row.pushedAt ? <RelativeTime instant={row.pushedAt} className="whitespace-nowrap" /> : dash),
      isHiddenAtFirst: true,
    },
    {
      id: "other",
      header: "Nix without a flake",
      value: (row) => row.nonFlake.join(", ") || null,
      cell: (row) => row.nonFlake.join(", ") || dash,
      isHiddenAtFirst: true,
    },
    {
      id: "visibility",
      header: "Visibility",
      value: (row) => row.visibility,
      cell: (row) => row.visibility,
      isHiddenAtFirst: true,
    },
    {
      id: "eligible",
      header: "Counts",
      hint: "Whether it counts in shares, or why it does not",
      value: (row) => row.notEligible ?? "yes",
      cell: (row) => (row.notEligible === null ? "yes" : `no: ${notEligibleWords(row.notEligible)[0]}`),
      isHiddenAtFirst: true,
    },
  ];
}

function isBeyond({ nixpkgsAgeDays }: RepositoryRow, ageLimitDays: number): boolean {
  return nixpkgsAgeDays?.known === true && nixpkgsAgeDays.value > ageLimitDays;
}

/** On a phone the numbers stand below the next step, in place of columns of their own. */
function NarrowNumbers({ row, ageLimitDays }: { readonly row: RepositoryRow; readonly ageLimitDays: number }) {
  if (row.reading === "unread") return null;
  const { nixpkgsAgeDays: age, failing } = row;
  const fails = failing === 0 ? "nothing fails" : `${formatNumber(failing)}\u00a0failing`;
  return (
    <span className="block text-muted-foreground text-small sm:hidden">
      {age === null ? fails : null}
      {age?.known === false ? `Nixpkgs of unknown age, ${fails}` : null}
      {age?.known !== true ? null : isBeyond(row, ageLimitDays) ? (
        <>
          Nixpkgs <span className="font-medium text-fail">{formatAgeDays(age.value)}, too old</span>; {fails}
        </>
      ) : (
        `Nixpkgs ${formatAgeDays(age.value)}, ${fails}`
      )}
    </span>
  );
}

function NameCell({ row }: { readonly row: RepositoryRow }) {
  return (
    <span className="flex items-center gap-2.5">
      <SmallGlyph glyph={row.glyph} />
      <span className="min-w-0">
        <a href={row.href} className="mr-2 font-medium underline-offset-4 [overflow-wrap:anywhere] hover:underline">
          {row.name}
        </a>
        <ReadingBadges row={row} />
        <span className="block text-muted-foreground text-small sm:hidden">
          {row.teams.map((team) => team.name).join(", ") || "unowned"}
        </span>
      </span>
    </span>
  );
}

function ReadingBadges({ row: { notEligible, reading } }: { readonly row: RepositoryRow }) {
  return (
    <>
      {notEligible === null ? null : <Badge>{notEligibleWords(notEligible)[0]}</Badge>}
      {reading === "failed" ? (
        <Badge tone="bad" data-hint="The last scan could not read it; what is shown is older">
          not read
        </Badge>
      ) : null}
      {reading === "unread" && notEligible === null ? <Badge tone="unknown">unread</Badge> : null}
    </>
  );
}
