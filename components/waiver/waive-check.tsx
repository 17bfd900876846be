"use client";

import { FormDialog } from "#components/ui/form-dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import type { WaiverPeriod } from "#lib/model/waiver.ts";
import { waiveAction } from "./waiver.action.ts";
import { WaiverFields } from "./waiver-fields.tsx";
import { waiverNote } from "./waiver-words.ts";

export interface WaiveCheckProps {
  readonly slug: string;
  readonly repository: string;
  readonly checkId: string;
  /** The subjects that fail and are not waived. */
  readonly subjects: readonly string[];
  readonly period: WaiverPeriod;
}

/** WaiveCheck asks why, for which subject, and until when a failing check shall not count in this repository. */
export function WaiveCheck({ slug, repository, checkId, subjects, period }: WaiveCheckProps) {
  // A check of the repository as a whole has nothing to choose from.
  const isWhole = subjects.every((subject) => subject === ".");
  return (
    <FormDialog
      title={`Waive ${checkId}`}
      note={waiverNote}
      trigger="Waive"
      submit={["Waive", "Waiving…"]}
      send={(form) => waiveAction(slug, form)}
    >
      <input type="hidden" name="repository" value={repository} />
      <input type="hidden" name="checkId" value={checkId} />
      {isWhole ? null : (
        <Select
          label="What it covers"
          isLabelShown
          name="subject"
          options={[
            { value: "", label: `Everything that ${checkId} judges in ${repository}` },
            ...subjects.map((subject) => ({ value: subject, label: `Only ${subject}` })),
          ]}
        />
      )}
      <WaiverFields {...period} />
    </FormDialog>
  );
}
