import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { repositoriesExportHref } from "#lib/views/hrefs.ts";
import type { RepositoriesView } from "#lib/views/repositories.ts";
import { RepositoriesTable } from "./repositories-table.tsx";
import type { RepositoryTable } from "./repository-table.ts";

export interface RepositoriesBodyProps {
  readonly view: RepositoriesView;
  readonly parameters: PageParameters;
}

/** RepositoriesBody is the table of all repositories of an organization. */
export function RepositoriesBody({ view, parameters }: RepositoriesBodyProps) {
  return (
    <>
      <SectionCard title="All repositories" isFlush>
        <RepositoriesTable
          table={allRepositories(view)}
          parameters={parameters}
          exportHref={repositoriesExportHref(view.organization.slug)}
        />
      </SectionCard>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}

/** allRepositories is the table of all repositories of an organization. */
export function allRepositories({
  repositories,
  teams,
  checks,
  nixpkgsAgeLimitDays,
}: RepositoriesView): RepositoryTable {
  return { name: "Repositories", rows: repositories, ageLimitDays: nixpkgsAgeLimitDays, teams, checks };
}
