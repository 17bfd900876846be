import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChecksTable } from "#components/check/checks-table.tsx";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { PageHeader } from "#components/frame/page-header.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { readChecks } from "#lib/views/checks.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";

interface ChecksPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<PageParameters>;
}

export const metadata: Metadata = { title: "Checks" };

export default async function ChecksPage({ params, searchParams }: ChecksPageProps) {
  const { organization } = await params;
  const view = await readChecks(await currentReadContext(), organization);
  if (view === null) notFound();
  return (
    <>
      <PageHeader title="Checks" sentence={view.sentence} />
      <SectionCard
        title="All checks"
        note="Each line counts every eligible repository to which it applies once."
        isFlush
      >
        <ChecksTable view={view} parameters={await searchParams} />
      </SectionCard>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}
