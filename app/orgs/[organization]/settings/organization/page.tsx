import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OrganizationSettings } from "#components/settings/organization-settings.tsx";
import { processConfig } from "#lib/config/process-config.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readOrganizationSettings } from "#lib/views/organization-settings.ts";

interface OrganizationSettingsPageProps {
  readonly params: Promise<{ readonly organization: string }>;
}

export const metadata: Metadata = { title: "Organization, settings" };

export default async function OrganizationSettingsPage({ params }: OrganizationSettingsPageProps) {
  const { organization } = await params;
  const view = await readOrganizationSettings(await currentReadContext(), organization, processConfig());
  if (view === null) notFound();
  return <OrganizationSettings view={view} />;
}
