import Link from "next/link";
import { Suspense } from "react";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { AskedGrants } from "#lib/commands/ask-grants.ts";
import { formatNumber } from "#lib/format/format.ts";
import type { ApiResource } from "#lib/model/rate-limit.ts";
import type { ScanningSettingsView } from "#lib/views/scanning-settings.ts";
import { Granted } from "./granted.tsx";

type Credentials = NonNullable<ScanningSettingsView["credentials"]>;

const resourceNames = { graphql: "GraphQL points", rest: "REST requests" } as const satisfies Record<
  ApiResource,
  string
>;

export interface CredentialsStatusProps {
  readonly view: ScanningSettingsView;
  /** What GitHub tells of the credentials; it arrives when GitHub has answered, or at once where it did minutes ago. */
  readonly grants: Promise<AskedGrants | null>;
}

/** CredentialsStatus says as whom the provider is asked and what is left of its limits, and what they may do; never the secret. */
export function CredentialsStatus({ view: { organization, credentials, checkHref }, grants }: CredentialsStatusProps) {
  return (
    <SectionCard
      title="Credentials"
      note="They come from the environment and are never stored or shown."
      actions={
        credentials === null ? null : (
          <Button asChild size="small">
            <Link href={checkHref} prefetch={false}>
              Check now
            </Link>
          </Button>
        )
      }
    >
      {credentials === null ? (
        <p>A local folder needs none.</p>
      ) : (
        <div className="flex flex-col gap-3">
          <p>{kindWords(credentials)}</p>
          {credentials.kind === "none" ? null : (
            <Suspense fallback={<Asking />}>
              <Granted asked={grants} slug={organization.slug} />
            </Suspense>
          )}
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
            {credentials.limits.map(({ resource, limit }) => (
              <Limit key={resource} resource={resource} limit={limit} />
            ))}
          </dl>
        </div>
      )}
    </SectionCard>
  );
}

function Asking() {
  return (
    <>
      <p className="text-muted-foreground">GitHub is asked what they may do…</p>
      <noscript>
        <p>Without scripts the answer does not appear here; flakeboard doctor gives it.</p>
      </noscript>
    </>
  );
}

function kindWords({ kind, appId, host }: Credentials): string {
  if (kind === "app") return `${host} is asked as the GitHub App ${appId}.`;
  if (kind === "token") return `${host} is asked with the token of GITHUB_TOKEN.`;
  return `No token or App is set, so ${host} cannot be asked. Set GITHUB_TOKEN and start Flakeboard again.`;
}

function Limit({ resource, limit }: Credentials["limits"][number]) {
  return (
    <>
      <dt className="text-muted-foreground">{resourceNames[resource]}</dt>
      <dd>
        {limit === null ? (
          "not known before the next request"
        ) : (
          <>
            {formatNumber(limit.remaining)} of {formatNumber(limit.limit)} were left when last heard; anew{" "}
            <RelativeTime instant={limit.resetAt} />
          </>
        )}
      </dd>
    </>
  );
}
