import Link from "next/link";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { DayQuestion, QuestionForm, TeamQuestion } from "#components/metric/question-form.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { formatDay, formatNumber } from "#lib/format/format.ts";
import { changesHref, scanHref, trendsHref, whyHref } from "#lib/views/hrefs.ts";
import type { WhyView } from "#lib/views/why.ts";
import { WhyTable } from "./why-table.tsx";

export interface WhyBodyProps {
  readonly view: WhyView;
  readonly today: string;
  readonly parameters: PageParameters;
}

/** WhyBody is a figure taken apart: its definition, its counts, where they come from, and every repository behind it. */
export function WhyBody({ view, today, parameters }: WhyBodyProps) {
  const { organization, metric, team, day, figure } = view;
  const { slug } = organization;
  const asked = team === null ? {} : { team: team.slug };
  return (
    <>
      <div className="flex flex-col gap-5">
        <QuestionForm label="Which figure" action={whyHref(slug, metric.id)} asked={`${team?.slug} ${day}`}>
          <TeamQuestion teams={view.teams} slug={team?.slug} />
          <DayQuestion label="As of" name="day" day={day ?? today} today={today} />
        </QuestionForm>
        <SectionCard title="How it is counted">
          <p className="max-w-prose">{metric.definition}</p>
          <dl className="mt-4 flex flex-wrap gap-x-10 gap-y-3">
            {countsOf(view).map(([term, value]) => (
              <Count key={term} term={term} value={value} />
            ))}
          </dl>
          <p className="mt-4 text-muted-foreground text-small">
            <Source view={view} />{" "}
            {figure.kind === "share" ? (
              <>
                <Link
                  href={changesHref(slug, { metric: metric.id, ...asked })}
                  className="underline underline-offset-4"
                >
                  What changed lately
                </Link>
                {" · "}
              </>
            ) : null}
            <Link href={trendsHref(slug, { metric: metric.id, ...asked })} className="underline underline-offset-4">
              Its course
            </Link>
          </p>
        </SectionCard>
        <SectionCard
          title="Repository by repository"
          note={figure.kind === "share" ? "What is not in stands first." : "What is unknown stands first."}
          isFlush
        >
          <WhyTable view={view} parameters={parameters} />
        </SectionCard>
      </div>
      <CoverageFoot organization={organization} coverage={view.coverage} />
    </>
  );
}

function countsOf({ share, figure, metric }: WhyView): readonly (readonly [term: string, value: number])[] {
  if (figure.kind === "median") {
    return [
      ["Of known age", share.numerator],
      ["Of unknown age, left out", share.unknown],
      ["Inputs in all", share.denominator],
    ];
  }
  return [
    ["In", share.numerator],
    ["Not in", share.denominator - share.numerator - share.unknown],
    ["Unknown, counted as not in", share.unknown],
    [`Counted in all (${metric.unit})`, share.denominator],
  ];
}

function Count({ term, value }: { readonly term: string; readonly value: number }) {
  return (
    <div>
      <dt className="text-muted-foreground text-small">{term}</dt>
      <dd className="font-semibold text-lead">{formatNumber(value)}</dd>
    </div>
  );
}

/** Where the counts come from: the last scan, or how a day of the past is known. */
function Source({ view: { organization, coverage, day, origin } }: { readonly view: WhyView }) {
  if (day !== null) {
    return origin === "backfilled"
      ? `${formatDay(day)} lies before the first scan: it was rebuilt from git, and judged by the rules of today. Owners are those of today.`
      : `As the scan of ${formatDay(day)}, or the last one before it, measured it.`;
  }
  const { scan } = coverage;
  if (scan?.finishedAt == null) return "Not scanned yet.";
  return (
    <>
      From the{" "}
      <Link href={scanHref(organization.slug, scan.id)} className="underline underline-offset-4">
        scan
      </Link>{" "}
      that ended <RelativeTime instant={scan.finishedAt} />.
    </>
  );
}
