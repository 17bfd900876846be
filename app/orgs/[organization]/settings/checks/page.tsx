import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckSettings } from "#components/settings/check-settings.tsx";
import { readCheckSettings } from "#lib/views/check-settings.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";

interface CheckSettingsPageProps {
  readonly params: Promise<{ readonly organization: string }>;
}

export const metadata: Metadata = { title: "Checks, settings" };

export default async function CheckSettingsPage({ params }: CheckSettingsPageProps) {
  const { organization } = await params;
  const view = await readCheckSettings(await currentReadContext(), organization);
  if (view === null) notFound();
  return <CheckSettings view={view} />;
}
