import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/frame/page-header.tsx";
import { ScanNow } from "#components/scan/scan-now.tsx";
import { ScansBody } from "#components/scan/scans-body.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readScans } from "#lib/views/scans.ts";

interface ScansPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<PageParameters>;
}

export const metadata: Metadata = { title: "Scans" };

export default async function ScansPage({ params, searchParams }: ScansPageProps) {
  const { organization } = await params;
  const view = await readScans(await currentReadContext(), organization);
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        title="Scans"
        sentence="A scan lists the repositories, reads those that changed, and counts."
        actions={<ScanNow slug={organization} isMain />}
      />
      <ScansBody view={view} parameters={await searchParams} />
    </>
  );
}
