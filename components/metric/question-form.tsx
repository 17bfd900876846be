import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { MetricGroup } from "#lib/views/asked-metric.ts";
import type { TeamLink } from "#lib/views/shared.ts";
import { MetricSelect } from "./metric-select.tsx";

export interface QuestionFormProps {
  /** Names the form for people who do not see it. */
  readonly label: string;
  /** Where the answer is; the question goes into its address. */
  readonly action: string;
  /** What its fields hold as the page opens, in one text. */
  readonly asked: string;
  readonly children: ReactNode;
}

/** QuestionForm asks a page anew by its address, with or without a script. */
export function QuestionForm({ label, action, asked, children }: QuestionFormProps) {
  return (
    // A link to the same page with another question leaves fields as they were, unless the form is another one.
    <form key={asked} action={action} aria-label={label} className="flex flex-wrap items-end gap-3 print:hidden">
      {children}
      <Button type="submit" size="small">
        Show
      </Button>
    </form>
  );
}

/** MetricQuestion chooses a metric, by theme. */
export function MetricQuestion({
  groups,
  metricId,
}: {
  readonly groups: readonly MetricGroup[];
  readonly metricId: string;
}) {
  return <MetricSelect name="metric" groups={groups} defaultValue={metricId} />;
}

/** TeamQuestion chooses the organization or one of its teams. */
export function TeamQuestion({
  teams,
  slug,
}: {
  readonly teams: readonly TeamLink[];
  readonly slug: string | undefined;
}) {
  return (
    <Select
      className="max-sm:basis-full"
      label="Team"
      isLabelShown
      name="team"
      defaultValue={slug ?? ""}
      options={[
        { value: "", label: "Whole organization" },
        ...teams.map((team) => ({ value: team.slug, label: team.name })),
      ]}
    />
  );
}

/** DayQuestion chooses a UTC day, today at the latest. */
export function DayQuestion({
  label,
  name,
  day,
  today,
}: {
  readonly label: string;
  readonly name: string;
  readonly day: string;
  readonly today: string;
}) {
  return <TextField label={label} name={name} type="date" defaultValue={day} max={today} required />;
}
