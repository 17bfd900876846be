import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount } from "#lib/format/format.ts";
import { setupHref } from "#lib/views/hrefs.ts";
import type { OrganizationSettingsView } from "#lib/views/organization-settings.ts";
import { DisconnectForm } from "./disconnect-form.tsx";

/** OrganizationSettings says where an organization comes from, leads to connecting another, and removes it. */
export function OrganizationSettings({ view }: { readonly view: OrganizationSettingsView }) {
  const { organization, login, location, connectedAt, repositories, isConfigured } = view;
  const held = formatCount(repositories, "repository", "repositories");
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <SectionCard
        title={organization.name}
        actions={
          <Button asChild size="small">
            <Link href={setupHref()}>Connect another</Link>
          </Button>
        }
      >
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <dt className="text-muted-foreground">Login</dt>
          <dd>{login}</dd>
          <dt className="text-muted-foreground">{organization.provider === "github" ? "GitHub" : "Folder"}</dt>
          <dd className="break-all font-mono text-small">{location}</dd>
          <dt className="text-muted-foreground">Connected</dt>
          <dd>
            <RelativeTime instant={connectedAt} />
          </dd>
        </dl>
      </SectionCard>
      <SectionCard
        title="Remove"
        note={`Takes away ${held} with all snapshots, findings, trends, waivers and settings. Nothing changes on ${organization.provider === "github" ? "GitHub" : "disk"}.`}
      >
        {isConfigured ? (
          <p className="mb-3">
            It is named in FLAKEBOARD_ORGS: take it out there first, or the next start connects it again.
          </p>
        ) : null}
        <DisconnectForm slug={organization.slug} />
      </SectionCard>
    </div>
  );
}
