import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { RepositoriesView } from "#lib/views/repositories.ts";
import { RepositoriesTable } from "./repositories-table.tsx";

/** RepositoriesBody is the table of all repositories of an organization. */
export function RepositoriesBody({ view }: { readonly view: RepositoriesView }) {
  return (
    <>
      <SectionCard title="All repositories" isFlush>
        <RepositoriesTable
          name="Repositories"
          rows={view.repositories}
          ageLimitDays={view.nixpkgsAgeLimitDays}
          teams={view.teams}
          checks={view.checks}
        />
      </SectionCard>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}
