"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { WaiversView } from "#lib/views/waivers.ts";
import { waiveAction } from "./change-settings.action.ts";

/** GrantWaiver asks for a waiver: where, of what, why, and until when. */
export function GrantWaiver({ view }: { readonly view: WaiversView }) {
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const names = useId();
  const grant = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await waiveAction(view.organization.slug, waiverForm(form));
      setProblem("problem" in result ? result.problem : null);
      if ("done" in result) setIsOpen(false);
    });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      title="Waive a check"
      note="The fail stays visible, and counts in no share until the waiver ends."
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          Waive a check
        </Button>
      }
    >
      <form onSubmit={grant} className="flex flex-col gap-4">
        <TextField label="Repository" name="repository" required list={names} autoComplete="off" />
        <datalist id={names}>
          {view.repositories.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Select
          label="Check"
          isLabelShown
          name="checkId"
          options={view.checks.map(({ id, title }) => ({ value: id, label: `${title} (${id})` }))}
        />
        <TextField
          label="Only for one flake or input, as ./nix/nixpkgs; empty for all"
          name="subject"
          maxLength={500}
          autoComplete="off"
        />
        <TextField label="Reason" name="reason" required minLength={3} maxLength={500} />
        <TextField label="Last day" name="expiresOn" type="date" required min={view.firstDay} max={view.lastDay} />
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

function waiverForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const subject = text("subject");
  return {
    repository: text("repository"),
    checkId: text("checkId"),
    subject: subject === "" ? null : subject,
    reason: text("reason"),
    expiresOn: text("expiresOn"),
  };
}
