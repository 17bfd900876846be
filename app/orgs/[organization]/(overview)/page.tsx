import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, type SearchParams } from "nuqs/server";
import { rangeParser } from "#components/charts/range-parser.ts";
import { PageHeader } from "#components/frame/page-header.tsx";
import { OverviewBody } from "#components/overview/overview-body.tsx";
import { FirstScan } from "#components/scan/first-scan.tsx";
import { ScanNow } from "#components/scan/scan-now.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readRunningFirst } from "#lib/views/first-results.ts";
import { readOverview } from "#lib/views/overview.ts";

interface OverviewPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const loadQuery = createLoader({ range: rangeParser });

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ params, searchParams }: OverviewPageProps) {
  const { organization } = await params;
  const parameters = await searchParams;
  const { range } = loadQuery(parameters);
  const context = await currentReadContext();
  const view = await readOverview(context, organization, range);
  if (view === null) notFound();
  const isScanned = view.coverage.scan !== null;
  return (
    <>
      <PageHeader
        title={view.organization.name}
        {...(view.coverage.repositoriesRead > 0 ? { sentence: view.sentence } : {})}
        actions={isScanned ? <ScanNow slug={organization} isMain /> : undefined}
      />
      {isScanned ? (
        <OverviewBody view={view} range={range} parameters={parameters} />
      ) : (
        <FirstScan slug={organization} first={await readRunningFirst(context, organization, view.coverage)} />
      )}
    </>
  );
}
