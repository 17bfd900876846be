"use client";

import { FormDialog } from "#components/ui/form-dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { excludeAction, includeAction } from "./repository.action.ts";

export interface ExcludeRepositoryProps {
  readonly slug: string;
  readonly repository: string;
  readonly isExcluded: boolean;
}

/** ExcludeRepository takes a repository out of every share, or lets it count again; either asks why. */
export function ExcludeRepository({ slug, repository, isExcluded }: ExcludeRepositoryProps) {
  return (
    <FormDialog
      title={isExcluded ? `Include ${repository} again` : `Exclude ${repository}`}
      note={
        isExcluded
          ? "It counts in every share again. The reason stands in the record of changes."
          : "It stays listed, and counts in no share. The reason stands on its page and in the settings."
      }
      trigger={isExcluded ? "Include" : "Exclude"}
      submit={isExcluded ? ["Include", "Including…"] : ["Exclude", "Excluding…"]}
      send={(form) => (isExcluded ? includeAction : excludeAction)(slug, repository, form)}
    >
      <TextField label="Reason, for everybody to read" name="reason" required minLength={3} maxLength={500} />
    </FormDialog>
  );
}
