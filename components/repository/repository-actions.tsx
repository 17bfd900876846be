import type { RepositoryView } from "#lib/views/repository.ts";
import { ExcludeRepository } from "./exclude-repository.tsx";
import { Rescan } from "./rescan.tsx";
import { SetOwner } from "./set-owner.tsx";

type RepositoryActionsView = Pick<
  RepositoryView,
  "organization" | "name" | "lookedAt" | "choices" | "ownershipRule" | "teams" | "notEligible"
>;

/** RepositoryActions is what people do with a repository here; none of it writes to where it lives. */
export function RepositoryActions({ view }: { readonly view: RepositoryActionsView }) {
  const { organization, name, lookedAt, choices, ownershipRule, teams, notEligible } = view;
  const place = { slug: organization.slug, repository: name };
  const mapped = ownershipRule === "organization-mapping" ? teams.map((team) => team.slug) : [];
  return (
    <div className="contents print:hidden">
      {ownershipRule === "settings-file" ? null : <SetOwner {...place} teams={choices.teams} mapped={mapped} />}
      {notEligible === null || notEligible === "excluded" ? (
        <ExcludeRepository {...place} isExcluded={notEligible === "excluded"} />
      ) : null}
      <Rescan {...place} lookedAt={lookedAt} />
    </div>
  );
}
