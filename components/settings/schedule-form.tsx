"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { CommandResult } from "#lib/commands/run-command.ts";
import type { ScanningSettingsView } from "#lib/views/scanning-settings.ts";
import { changeScheduleAction } from "./change-scanning.action.ts";

type View = Pick<ScanningSettingsView, "organization" | "schedule">;

/** ScheduleForm changes when an organization is scanned by itself; what was written stays while it is wrong. */
export function ScheduleForm({ view: { organization, schedule } }: { readonly view: View }) {
  const [choice, setChoice] = useState<string>(schedule.choice);
  const [outcome, setOutcome] = useState<CommandResult | null>(null);
  const [isPending, startTransition] = useTransition();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => setOutcome(await changeScheduleAction(organization.slug, form)));
  };
  return (
    <SectionCard title="Schedule" note="A scan by schedule reads only what has changed since the last one.">
      <NextScans organization={organization} schedule={schedule} />
      {organization.isSample ? null : (
        <form onSubmit={save} aria-label="Schedule" className="mt-4 flex flex-col gap-3 border-t pt-4">
          <Select
            label="Scanned by itself"
            isLabelShown
            name="choice"
            value={choice}
            onChange={(event) => setChoice(event.target.value)}
            options={[
              { value: "default", label: `By FLAKEBOARD_SCAN_CRON: ${schedule.defaultCron ?? "off"}` },
              { value: "own", label: "By a cron line of its own" },
              { value: "off", label: "Never, only when asked to" },
            ]}
          />
          {choice === "own" ? (
            <TextField
              label="Cron line, five fields in UTC: minute, hour, day, month, weekday"
              name="cron"
              required
              maxLength={100}
              placeholder="17 2 * * *"
              defaultValue={schedule.ownCron}
              autoComplete="off"
              spellCheck={false}
              className="h-8 w-full rounded-md border border-input bg-card px-2.5 font-mono text-small"
            />
          ) : null}
          <div className="flex flex-wrap items-center justify-end gap-2">
            {outcome === null ? null : "problem" in outcome ? (
              <p role="alert" className="min-w-0 flex-1 text-fail text-small">
                {outcome.problem}
              </p>
            ) : (
              <p role="status" className="text-muted-foreground text-small">
                Saved.
              </p>
            )}
            <Button size="small" type="submit" disabled={isPending} aria-label="Save Schedule">
              {isPending ? "Saving…" : "Save"}
            </Button>
          </div>
        </form>
      )}
    </SectionCard>
  );
}

function NextScans({ organization, schedule: { holds, nextAt } }: View) {
  if (holds === null) {
    return (
      <p>
        {organization.isSample
          ? "The sample never changes, so it is not scanned by itself."
          : "Only scanned when asked to."}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <p>
        Scanned {holds.words ?? "at these moments"} (
        <code className="whitespace-nowrap font-mono text-small">{holds.cron}</code>), next:
      </p>
      <ul className="flex flex-col gap-1">
        {nextAt.map((instant) => (
          <li key={instant}>
            <LocalTime instant={instant} />
          </li>
        ))}
      </ul>
    </div>
  );
}
