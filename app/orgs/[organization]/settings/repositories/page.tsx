import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PolicySettings } from "#components/settings/policy-settings.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readPolicySettings } from "#lib/views/policy-settings.ts";

interface RepositorySettingsPageProps {
  readonly params: Promise<{ readonly organization: string }>;
}

export const metadata: Metadata = { title: "Repositories, settings" };

const fields = ["ownership", "excludedRepositories", "rolesByPath"] as const;

export default async function RepositorySettingsPage({ params }: RepositorySettingsPageProps) {
  const { organization } = await params;
  const view = await readPolicySettings(await currentReadContext(), organization, fields);
  if (view === null) notFound();
  return <PolicySettings view={view} />;
}
