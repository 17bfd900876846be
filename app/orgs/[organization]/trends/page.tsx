import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { RangeLinks } from "#components/charts/range-links.tsx";
import { PageHeader } from "#components/frame/page-header.tsx";
import { Courses } from "#components/trends/courses.tsx";
import { Figures } from "#components/trends/figures.tsx";
import { TrendsQuestionForm } from "#components/trends/trends-question.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { organizationHref } from "#lib/views/hrefs.ts";
import { trendQuestion } from "#lib/views/trend-question.ts";
import { readTrendsView } from "#lib/views/trends.ts";

interface TrendsPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export const metadata: Metadata = { title: "Trends" };

export default async function TrendsPage({ params, searchParams }: TrendsPageProps) {
  const { organization } = await params;
  const question = trendQuestion(await searchParams);
  const view = await readTrendsView(await currentReadContext(), organization, question);
  if (view === null) notFound();
  const { range } = question;
  const subject = view.metric === null ? view.chosen[0]?.name : undefined;
  return (
    <>
      <PageHeader
        title={subject === undefined ? "Trends" : `Trends, of ${subject}`}
        sentence={
          view.metric === null
            ? "Every theme side by side, on one scale."
            : `${view.metric.label}, over time and team by team.`
        }
      />
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <TrendsQuestionForm view={view} range={range} />
          {view.metric === null ? <RangeLinks range={range} /> : null}
        </div>
        <Courses view={view} range={range} />
        {view.courses.length === 0 ? (
          <div className="rounded-md border bg-card">
            <EmptyState
              title="The course of every theme will stand here."
              action={
                <Button asChild>
                  <Link href={organizationHref(organization)}>Open the overview</Link>
                </Button>
              }
            >
              The first scan counts what there is, and rebuilds the past from git.
            </EmptyState>
          </div>
        ) : null}
        <Figures view={view} range={range} />
      </div>
    </>
  );
}
