import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { DayQuestion, MetricQuestion, QuestionForm, TeamQuestion } from "#components/metric/question-form.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { formatDay, formatNofN, formatPercent } from "#lib/format/format.ts";
import { type Share, shareFraction } from "#lib/model/share.ts";
import type { ChangesView } from "#lib/views/changes.ts";
import { changesHref, trendsHref, whyHref } from "#lib/views/hrefs.ts";
import { ChangesTable } from "./changes-table.tsx";

export interface ChangesBodyProps {
  readonly view: ChangesView;
  readonly today: string;
  readonly parameters: PageParameters;
}

/** ChangesBody is what came in, went out, and began or ceased to count between two days. */
export function ChangesBody({ view, today, parameters }: ChangesBodyProps) {
  const { organization, metric, team, from, to, before, after } = view;
  const { slug } = organization;
  const asked = team === null ? {} : { team: team.slug };
  return (
    <>
      <div className="flex flex-col gap-5">
        <QuestionForm
          label="What to compare"
          action={changesHref(slug)}
          asked={`${metric.id} ${team?.slug} ${from} ${to}`}
        >
          <MetricQuestion groups={view.metrics} metricId={metric.id} />
          <TeamQuestion teams={view.teams} slug={team?.slug} />
          <DayQuestion label="From" name="from" day={from} today={today} />
          <DayQuestion label="To" name="to" day={to} today={today} />
        </QuestionForm>
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3 rounded-md border bg-card px-5 py-4">
          <Side label={formatDay(from)} share={before} href={whyHref(slug, metric.id, { ...asked, day: from })} />
          <ArrowRight aria-label="to" className="mb-2 size-5 text-muted-foreground" />
          <Side label={formatDay(to)} share={after} href={whyHref(slug, metric.id, { ...asked, day: to })} />
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
          <ChangesTable view={view} parameters={parameters} />
        </SectionCard>
      </div>
      <CoverageFoot organization={organization} coverage={view.coverage} />
    </>
  );
}

interface SideProps {
  readonly label: string;
  readonly share: Share;
  readonly href: string;
}

function Side({ label, share, href }: SideProps) {
  const fraction = shareFraction(share);
  return (
    <div>
      <h2 className="font-medium text-muted-foreground">{label}</h2>
      <p className="mt-0.5">
        <Link
          href={href}
          className="flex flex-wrap items-baseline gap-x-2 decoration-1 underline-offset-4 hover:underline"
        >
          <span className="font-semibold text-figure tracking-tight">
            {fraction === null ? "–" : formatPercent(fraction)}
          </span>
          <span className="text-muted-foreground">{fraction === null ? "nothing counted" : formatNofN(share)}</span>
        </Link>
      </p>
    </div>
  );
}
