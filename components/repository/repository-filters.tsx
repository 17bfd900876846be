import { OutcomeMark, outcomeWords } from "#components/finding/outcome-mark.tsx";
import type { Column, TableFilter } from "#components/ui/table-rows.ts";
import { type Stage, stages } from "#lib/model/stage.ts";
import type { RepositoryRow, TeamLink } from "#lib/views/shared.ts";
import { stageWords } from "#lib/views/stage-words.ts";

/** CheckTitle names a check to filter by. */
export interface CheckTitle {
  readonly id: string;
  readonly title: string;
}

/** repositoryFilters are the choices above a table of repositories; by team and by check only where there are some. */
export function repositoryFilters(
  teams: readonly TeamLink[],
  checks: readonly CheckTitle[],
): readonly TableFilter<RepositoryRow>[] {
  const byTeam: TableFilter<RepositoryRow> = {
    id: "team",
    label: "Every team",
    options: [...teams.map((team) => ({ value: team.slug, label: team.name })), { value: "none", label: "Unowned" }],
    matches: (row, slug) => (slug === "none" ? row.teams.length === 0 : row.teams.some((team) => team.slug === slug)),
  };
  const byCheck: TableFilter<RepositoryRow> = {
    id: "check",
    label: "Any check",
    options: checks.map(({ id, title }) => ({ value: id, label: title })),
    matches: (row, id) => row.notEligible === null && outcomeOf(row, id) !== null,
  };
  return [
    ...(teams.length > 0 ? [byTeam] : []),
    ...(checks.length > 0 ? [byCheck] : []),
    {
      id: "has",
      label: "Any use of Nix",
      options: [
        { value: "flake", label: "Has a flake" },
        { value: "non-flake", label: "Nix without a flake" },
        { value: "nothing", label: "No Nix" },
        { value: "unknown", label: "Not read" },
      ],
      matches: (row, use) => use === nixUse(row),
    },
    {
      id: "stage",
      label: "Any stage",
      options: [
        ...stages.map((stage) => ({ value: stage, label: stageWords[stage].label })),
        ...stages.map((stage) => ({ value: furthestValue(stage), label: `${stageWords[stage].label}, no further` })),
        { value: "none", label: "No stage yet" },
      ],
      matches: matchesStage,
    },
    {
      id: "eligible",
      label: "Counting or not",
      options: [
        { value: "yes", label: "Counts in shares" },
        { value: "no", label: "Out of shares" },
      ],
      matches: (row, answer) => (row.notEligible === null ? "yes" : "no") === answer,
    },
  ];
}

function outcomeOf(row: RepositoryRow, checkId: string): "pass" | "fail" | "unknown" | null {
  return row.outcomes.find((each) => each.checkId === checkId)?.outcome ?? null;
}

const outcomeOrder = { fail: 0, unknown: 1, pass: 2 } as const;

/** outcomeColumn shows how each repository fares in a check. */
export function outcomeColumn(check: CheckTitle): Column<RepositoryRow> {
  return {
    id: "outcome",
    header: "Outcome",
    hint: check.title,
    value: (row) => outcomeOf(row, check.id),
    sortValue: (row) => {
      const outcome = outcomeOf(row, check.id);
      return outcome === null ? null : outcomeOrder[outcome];
    },
    cell: (row) => {
      const outcome = outcomeOf(row, check.id);
      if (outcome === null) return null;
      return (
        <span className="inline-flex items-center gap-1.5">
          <OutcomeMark outcome={outcome} isDecoration />
          {outcomeWords[outcome]}
        </span>
      );
    },
  };
}

function nixUse(row: RepositoryRow): "flake" | "non-flake" | "nothing" | "unknown" {
  if (row.mainFlakes > 0) return "flake";
  if (row.nonFlake.length > 0) return "non-flake";
  return row.reading === "unread" ? "unknown" : "nothing";
}

/** furthestValue is the value of the stage filter for repositories that reach a stage and none behind it. */
export function furthestValue(stage: Stage): string {
  return `furthest-${stage}`;
}

function matchesStage({ reading, stages: reached }: RepositoryRow, value: string): boolean {
  if (value === "none") return reading === "read" && reached.length === 0;
  const furthest = stages.findLast((stage) => reached.includes(stage));
  return reached.some((stage) => stage === value) || (furthest !== undefined && furthestValue(furthest) === value);
}
