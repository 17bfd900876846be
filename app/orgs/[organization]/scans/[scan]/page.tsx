import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/frame/page-header.tsx";
import { ScanProgress } from "#components/scan/scan-progress.tsx";
import { formatUtc } from "#lib/format/format.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readFirstResults } from "#lib/views/first-results.ts";
import { organizationHref } from "#lib/views/hrefs.ts";
import { readScan } from "#lib/views/scan.ts";

interface ScanPageProps {
  readonly params: Promise<{ readonly organization: string; readonly scan: string }>;
}

export const metadata: Metadata = { title: "Scan" };

export default async function ScanPage({ params }: ScanPageProps) {
  const { organization, scan } = await params;
  const context = await currentReadContext();
  const view = await readScan(context, organization, decodeURIComponent(scan));
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Scans", href: `${organizationHref(organization)}/scans` }]}
        title={
          <>
            Scan of <span className="whitespace-nowrap">{formatUtc(view.scan.requestedAt)}</span>
          </>
        }
      />
      <ScanProgress key={view.scan.id} initial={view} results={await readFirstResults(context, view.scan.id)} />
    </>
  );
}
