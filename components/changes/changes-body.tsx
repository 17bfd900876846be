import Link from "next/link";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { DayQuestion, MetricQuestion, QuestionForm, TeamQuestion } from "#components/metric/question-form.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatDay, formatShare } from "#lib/format/format.ts";
import type { ChangesView } from "#lib/views/changes.ts";
import { changesHref, trendsHref, whyHref } from "#lib/views/hrefs.ts";
import { ChangesTable } from "./changes-table.tsx";

export interface ChangesBodyProps {
  readonly view: ChangesView;
  readonly today: string;
}

/** ChangesBody is what came in, went out, and began or ceased to count between two days. */
export function ChangesBody({ view, today }: ChangesBodyProps) {
  const { organization, metric, team, from, to, before, after } = view;
  const { slug } = organization;
  const asked = team === null ? {} : { team: team.slug };
  return (
    <>
      <div className="flex flex-col gap-5">
        <QuestionForm label="What to compare" action={changesHref(slug)}>
          <MetricQuestion groups={view.metrics} metricId={metric.id} />
          <TeamQuestion teams={view.teams} slug={team?.slug} />
          <DayQuestion label="From" name="from" day={from} today={today} />
          <DayQuestion label="To" name="to" day={to} today={today} />
        </QuestionForm>
        <div className="grid gap-px overflow-hidden rounded-md border bg-border sm:grid-cols-2">
          <Side
            label={formatDay(from)}
            figure={formatShare(before)}
            href={whyHref(slug, metric.id, { ...asked, day: from })}
          />
          <Side
            label={formatDay(to)}
            figure={formatShare(after)}
            href={whyHref(slug, metric.id, { ...asked, day: to })}
          />
        </div>
        <SectionCard
          title="Which repositories"
          note={
            <>
              {metric.definition} The lines add up to the difference of the two days.{" "}
              <Link href={trendsHref(slug, { metric: metric.id, ...asked })} className="underline underline-offset-4">
                Its course
              </Link>
            </>
          }
          isFlush
        >
          <ChangesTable name={`Changes of ${metric.label}`} rows={view.rows} />
        </SectionCard>
      </div>
      <CoverageFoot organization={organization} coverage={view.coverage} />
    </>
  );
}

function Side({ label, figure, href }: { readonly label: string; readonly figure: string; readonly href: string }) {
  return (
    <div className="bg-card px-5 py-4">
      <h2 className="font-medium text-muted-foreground">{label}</h2>
      <p className="mt-1 font-semibold text-lead">
        <Link href={href} className="decoration-1 underline-offset-4 hover:underline">
          {figure}
        </Link>
      </p>
    </div>
  );
}
