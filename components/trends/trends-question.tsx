import { MetricSelect } from "#components/metric/metric-select.tsx";
import { QuestionForm } from "#components/metric/question-form.tsx";
import { trendsHref } from "#lib/views/hrefs.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";
import { type TrendsView, teamsMax } from "#lib/views/trends.ts";

export interface TrendsQuestionFormProps {
  readonly view: TrendsView;
  readonly range: TrendRange;
}

/** TrendsQuestionForm chooses a metric and the teams to compare. */
export function TrendsQuestionForm({ view, range }: TrendsQuestionFormProps) {
  const { organization, metric, metrics, teams, chosen } = view;
  const isChosen = (slug: string) => chosen.some((team) => team.slug === slug);
  return (
    <QuestionForm
      label="Which courses"
      action={trendsHref(organization.slug)}
      asked={`${metric?.id} ${chosen.map(({ slug }) => slug)}`}
    >
      <MetricSelect name="metric" groups={metrics} none="Every theme" defaultValue={metric?.id ?? ""} />
      {teams.length === 0 ? null : (
        <details className="relative">
          <summary className="inline-flex h-8 cursor-default list-none items-center rounded-md border bg-card px-2.5 hover:border-input">
            {chosen.length === 0 ? "Compare teams" : chosen.map(({ name }) => name).join(", ")}
          </summary>
          <fieldset className="absolute z-30 mt-1 max-h-72 w-64 overflow-y-auto rounded-md border bg-popover p-3 shadow-md">
            <legend className="float-left mb-2 text-muted-foreground text-small">At most {teamsMax} teams</legend>
            {teams.map((team) => (
              <label key={team.slug} className="clear-both flex items-center gap-2 py-1">
                <input type="checkbox" name="team" value={team.slug} defaultChecked={isChosen(team.slug)} />
                {team.name}
              </label>
            ))}
          </fieldset>
        </details>
      )}
      <input type="hidden" name="range" value={range} />
    </QuestionForm>
  );
}
