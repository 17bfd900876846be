import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { formatDay } from "#lib/format/format.ts";
import type { InputsView } from "#lib/views/inputs.ts";
import { InputsTable } from "./inputs-table.tsx";
import { TeamChoice } from "./team-choice.tsx";

export interface InputsBodyProps {
  readonly view: InputsView;
  readonly parameters: PageParameters;
}

/** InputsBody is every upstream that an organization, or one team, depends on. */
export function InputsBody({ view, parameters }: InputsBodyProps) {
  return (
    <>
      <SectionCard
        title={view.team === null ? "All upstreams" : `Upstreams of ${view.team.name}`}
        note={
          <>
            Counts are of {view.flakeRepositories} eligible repositories with a flake. Limits: Nixpkgs{" "}
            {view.limits.nixpkgsDays} days, others {view.limits.inputDays}. Branches as of{" "}
            {formatDay(view.branchesAsOf)}.
          </>
        }
        actions={<TeamChoice teams={view.teams} team={view.team?.slug ?? null} />}
        isFlush
      >
        <InputsTable view={view} parameters={parameters} />
      </SectionCard>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}
