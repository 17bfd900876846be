"use client";

import { type FormEvent, useState, useTransition } from "react";
import { MetricSelect } from "#components/metric/metric-select.tsx";
import { Button } from "#components/ui/button.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { CommandResult } from "#lib/commands/run-command.ts";
import type { GoalSettingsView } from "#lib/views/goal-settings.ts";
import { setGoalAction } from "./change-goals.action.ts";

/** GoalForm sets a goal; setting it again for the same metric and team changes it. */
export function GoalForm({ view: { organization, metrics, teams } }: { readonly view: GoalSettingsView }) {
  const [outcome, setOutcome] = useState<CommandResult | null>(null);
  const [isPending, startTransition] = useTransition();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const goal = { metric: text("metric"), team: text("team"), percent: text("percent"), by: text("by") };
    startTransition(async () => setOutcome(await setGoalAction(organization.slug, goal)));
  };
  return (
    <SectionCard title="Set a goal" note="Of the same metric and team there is one: setting it again changes it.">
      <form onSubmit={save} aria-label="Set a goal" className="flex flex-wrap items-end gap-3">
        <MetricSelect name="metric" groups={metrics} />
        <Select
          label="For"
          isLabelShown
          name="team"
          options={[
            { value: "", label: "Whole organization" },
            ...teams.map((team) => ({ value: team.slug, label: team.name })),
          ]}
        />
        <span className="w-24">
          <TextField label="Percent" name="percent" type="number" min={1} max={100} required />
        </span>
        <TextField label="By (may be empty)" name="by" type="date" />
        <Button className="needs-scripts" type="submit" size="small" disabled={isPending}>
          {isPending ? "Saving…" : "Save goal"}
        </Button>
        {outcome === null ? null : "problem" in outcome ? (
          <p role="alert" className="basis-full text-fail text-small">
            {outcome.problem}
          </p>
        ) : (
          <p role="status" className="basis-full text-muted-foreground text-small">
            Saved. It stands on the charts now.
          </p>
        )}
      </form>
    </SectionCard>
  );
}
