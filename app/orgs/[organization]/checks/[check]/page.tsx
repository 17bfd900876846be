import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, type SearchParams } from "nuqs/server";
import { rangeParser } from "#components/charts/range-parser.ts";
import { CheckBody } from "#components/check/check-body.tsx";
import { ThemeLabel } from "#components/finding/theme-label.tsx";
import { PageHeader } from "#components/frame/page-header.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { readCheck } from "#lib/views/check.ts";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { checksHref } from "#lib/views/hrefs.ts";

interface CheckPageProps {
  readonly params: Promise<{ readonly organization: string; readonly check: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const loadQuery = createLoader({ range: rangeParser });

export async function generateMetadata({ params }: CheckPageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).check) };
}

export default async function CheckPage({ params, searchParams }: CheckPageProps) {
  const { organization, check } = await params;
  const parameters = await searchParams;
  const { range } = loadQuery(parameters);
  const view = await readCheck(await currentReadContext(), organization, decodeURIComponent(check), range);
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Checks", href: checksHref(organization) }]}
        title={view.title}
        sentence={view.sentence}
        details={
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
            <ThemeLabel theme={view.theme} />
            <Badge>{view.severity}</Badge>
            {view.isOff ? <Badge tone="notice">turned off</Badge> : null}
            <span className="text-muted-foreground">
              <span className="font-mono">{view.id}</span>, version {view.version}
            </span>
          </p>
        }
      />
      <CheckBody view={view} range={range} parameters={parameters} />
    </>
  );
}
