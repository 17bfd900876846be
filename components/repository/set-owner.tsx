"use client";

import { Choices } from "#components/ui/choices.tsx";
import { FormDialog } from "#components/ui/form-dialog.tsx";
import type { RepositoryView } from "#lib/views/repository.ts";
import { setOwnerAction } from "./repository.action.ts";

export interface SetOwnerProps {
  readonly slug: string;
  readonly repository: string;
  readonly teams: RepositoryView["choices"]["teams"];
  /** Teams that own it now by the organization's mapping. */
  readonly mapped: readonly string[];
}

/** SetOwner has the organization's mapping say who owns a repository. */
export function SetOwner({ slug, repository, teams, mapped }: SetOwnerProps) {
  return (
    <FormDialog
      title={`Owner of ${repository}`}
      note="The organization's mapping comes before custom properties, CODEOWNERS and permissions. Choose none to let those decide. The next scan, which begins at once, applies it."
      trigger="Set owner"
      submit={["Set owner", "Setting…"]}
      send={(form) => setOwnerAction(slug, repository, form)}
    >
      <Choices
        legend="Teams"
        name="team"
        options={teams.map((team) => ({ id: team.slug, title: team.name }))}
        chosen={mapped}
      />
    </FormDialog>
  );
}
