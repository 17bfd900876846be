import Link from "next/link";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { formatCount } from "#lib/format/format.ts";
import type { TeamsView } from "#lib/views/teams.ts";
import { TeamsTable } from "./teams-table.tsx";

export interface TeamsBodyProps {
  readonly view: TeamsView;
  readonly parameters: PageParameters;
}

/** TeamsBody is the table of teams, with what no team owns and what several teams share. */
export function TeamsBody({ view, parameters }: TeamsBodyProps) {
  const { unowned, sharedRepositories } = view;
  return (
    <>
      <SectionCard title="All teams" note="Each line covers the teams below it, each repository once." isFlush>
        <TeamsTable view={view} parameters={parameters} />
      </SectionCard>
      <p className="mt-4 text-muted-foreground text-small">
        {unowned.count > 0 ? (
          <>
            <Link href={unowned.href} className="underline underline-offset-4 hover:text-foreground">
              {formatCount(unowned.count, "eligible repository has", "eligible repositories have")} no owner
            </Link>
            .{" "}
          </>
        ) : view.teams.length > 0 ? (
          "Every eligible repository has an owner. "
        ) : null}
        {sharedRepositories > 0
          ? `${formatCount(sharedRepositories, "repository counts", "repositories count")} for several teams, and once for the organization.`
          : ""}
      </p>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}
