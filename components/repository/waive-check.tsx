"use client";

import { type FormEvent, useState, useTransition } from "react";
import { waiveAction } from "#components/settings/change-settings.action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";

export interface WaiveCheckProps {
  readonly slug: string;
  readonly repository: string;
  readonly checkId: string;
  /** The subjects that fail and are not waived. */
  readonly subjects: readonly string[];
}

/** WaiveCheck asks why, for which subject, and until when a failing check shall not count in this repository. */
export function WaiveCheck({ slug, repository, checkId, subjects }: WaiveCheckProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const grant = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    startTransition(async () => {
      const subject = text("subject") === "" ? null : text("subject");
      const reasoned = { reason: text("reason"), expiresOn: text("expiresOn") };
      const result = await waiveAction(slug, { repository, checkId, subject, ...reasoned });
      setProblem("problem" in result ? result.problem : null);
      if ("done" in result) setIsOpen(false);
    });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      title={`Waive ${checkId}`}
      note="The fail stays visible, and counts in no share until the waiver ends."
      trigger={<Button variant="outline">Waive</Button>}
    >
      <form onSubmit={grant} className="flex flex-col gap-4">
        <Select
          label="What it covers"
          isLabelShown
          name="subject"
          options={[
            { value: "", label: `Everything that ${checkId} judges in ${repository}` },
            ...subjects.map((subject) => ({ value: subject, label: `Only ${subject}` })),
          ]}
        />
        <TextField label="Reason" name="reason" required minLength={3} maxLength={500} />
        <TextField label="Last day, at most a year away" name="expiresOn" type="date" required />
        <div className="flex flex-wrap items-center justify-end gap-3">
          {problem === null ? null : (
            <p role="alert" className="min-w-0 flex-1 text-fail text-small">
              {problem}
            </p>
          )}
          <Button type="submit" variant="primary" disabled={isPending}>
            {isPending ? "Waiving…" : "Waive"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
