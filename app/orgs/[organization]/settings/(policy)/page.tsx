import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PolicySettings } from "#components/settings/policy-settings.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readPolicySettings } from "#lib/views/policy-settings.ts";

interface PolicyPageProps {
  readonly params: Promise<{ readonly organization: string }>;
}

export const metadata: Metadata = { title: "Settings" };

const fields = [
  "nixpkgsAgeDaysMax",
  "inputAgeDaysMax",
  "branchStatuses",
  "nixpkgsOwners",
  "helperLibraries",
  "unmaintainedHelpers",
  "publicCaches",
  "approvedCaches",
  "historyMonths",
] as const;

export default async function PolicyPage({ params }: PolicyPageProps) {
  const { organization } = await params;
  const view = await readPolicySettings(await currentReadContext(), organization, fields);
  if (view === null) notFound();
  return <PolicySettings view={view} />;
}
