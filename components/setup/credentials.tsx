import { Badge } from "#components/ui/badge.tsx";
import { CodeLine } from "#components/ui/code-line.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { CredentialsItem } from "#lib/views/setup.ts";

/** Credentials says how GitHub is asked, or which variable to set so that it can be. */
export function Credentials({ credentials }: { readonly credentials: CredentialsItem }) {
  const { kind, appId, host } = credentials;
  return (
    <SectionCard
      title="1. Credentials"
      note="They come from the environment and are never stored or shown."
      actions={kind === "none" ? <Badge>Not set</Badge> : <Badge tone="accent">Set</Badge>}
    >
      {kind === "none" ? (
        <div className="flex flex-col gap-3">
          <p>
            No token or App is set, so {host} cannot be asked; a folder of clones needs neither. Stop Flakeboard, start
            it with one of these, and open this page again:
          </p>
          <Choices />
        </div>
      ) : (
        <p>
          {host} is asked {kind === "app" ? `as the GitHub App ${appId}` : "with the token of GITHUB_TOKEN"}. To use
          another, set the variable and start Flakeboard again.
        </p>
      )}
    </SectionCard>
  );
}

const choices = [
  {
    title: "A token",
    code: "GITHUB_TOKEN=… npm start",
    needs:
      "A classic one needs the scopes repo and read:org. A fine-grained one needs Metadata and Contents: read for the repositories, and Members: read for the organization. GITHUB_TOKEN_FILE names a file that holds it.",
  },
  {
    title: "A GitHub App",
    code: "GITHUB_APP_ID=… GITHUB_APP_PRIVATE_KEY_FILE=… npm start",
    needs:
      "Install it in the organization with the same permissions. It has limits of its own, and nobody's account hangs on it.",
  },
] as const;

function Choices() {
  return (
    <dl className="grid gap-x-6 gap-y-4 md:grid-cols-2">
      {choices.map(({ title, code, needs }) => (
        <div key={title} className="min-w-0">
          <dt className="mb-1 font-medium">{title}</dt>
          <dd>
            <CodeLine code={code} what="command" />
            <p className="mt-1.5 text-muted-foreground text-small">{needs}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
