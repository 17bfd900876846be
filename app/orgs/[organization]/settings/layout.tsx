import type { ReactNode } from "react";
import { PageHeader } from "#components/frame/page-header.tsx";
import { SettingsNavigation } from "#components/settings/settings-navigation.tsx";

interface SettingsLayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly organization: string }>;
}

export default async function SettingsLayout({ children, params }: SettingsLayoutProps) {
  const { organization } = await params;
  return (
    <>
      <PageHeader
        title="Settings"
        sentence="What repositories are judged by. Every change is recorded, and what rests on it is judged again."
      />
      <SettingsNavigation slug={organization} />
      <p className="without-scripts mb-4 text-muted-foreground">
        This browser runs no scripts here, so settings can be read and not changed.
      </p>
      {children}
    </>
  );
}
