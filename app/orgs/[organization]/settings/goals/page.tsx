import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GoalSettings } from "#components/settings/goal-settings.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readGoalSettings } from "#lib/views/goal-settings.ts";

interface GoalSettingsPageProps {
  readonly params: Promise<{ readonly organization: string }>;
}

export const metadata: Metadata = { title: "Goals, settings" };

export default async function GoalSettingsPage({ params }: GoalSettingsPageProps) {
  const { organization } = await params;
  const view = await readGoalSettings(await currentReadContext(), organization);
  if (view === null) notFound();
  return <GoalSettings view={view} />;
}
