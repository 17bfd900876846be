import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditTable } from "#components/settings/audit-table.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { readAudit } from "#lib/views/audit.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";

interface ChangesPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<PageParameters>;
}

export const metadata: Metadata = { title: "Changes, settings" };

export default async function ChangesPage({ params, searchParams }: ChangesPageProps) {
  const { organization } = await params;
  const view = await readAudit(await currentReadContext(), organization);
  if (view === null) notFound();
  return (
    <SectionCard title="Changes" note="What people changed here, the latest first. Nothing is ever taken away." isFlush>
      <AuditTable view={view} parameters={await searchParams} />
    </SectionCard>
  );
}
