import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CredentialsStatus } from "#components/settings/credentials-status.tsx";
import { ScheduleForm } from "#components/settings/schedule-form.tsx";
import { askGrants } from "#lib/commands/ask-grants.ts";
import { processConfig } from "#lib/config/process-config.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readScanningSettings } from "#lib/views/scanning-settings.ts";

interface ScanningPageProps {
  readonly params: Promise<{ readonly organization: string }>;
}

export const metadata: Metadata = { title: "Scanning, settings" };

export default async function ScanningPage({ params }: ScanningPageProps) {
  const { organization } = await params;
  const view = await readScanningSettings(await currentReadContext(), organization, processConfig());
  if (view === null) notFound();
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <ScheduleForm view={view} />
      <CredentialsStatus view={view} grants={askGrants(organization)} />
    </div>
  );
}
