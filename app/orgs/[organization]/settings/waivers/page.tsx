import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { GrantWaiver } from "#components/waiver/grant-waiver.tsx";
import { WaiversTable } from "#components/waiver/waivers-table.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readWaivers } from "#lib/views/waivers.ts";

interface WaiversPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<PageParameters>;
}

export const metadata: Metadata = { title: "Waivers, settings" };

export default async function WaiversPage({ params, searchParams }: WaiversPageProps) {
  const { organization } = await params;
  const view = await readWaivers(await currentReadContext(), organization);
  if (view === null) notFound();
  return (
    <SectionCard
      title="Waivers"
      note="Granted here, or declared by a repository in .github/flakeboard.yml."
      actions={<GrantWaiver view={view} />}
      isFlush
    >
      <WaiversTable view={view} parameters={await searchParams} />
    </SectionCard>
  );
}
