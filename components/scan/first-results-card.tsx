"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { StagePips } from "#components/repository/stage-pips.tsx";
import { Button } from "#components/ui/button.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount, formatNofN, formatNumber, formatPercent } from "#lib/format/format.ts";
import { isScanOver } from "#lib/model/scan.ts";
import { type Share, shareFraction } from "#lib/model/share.ts";
import type { FirstResults } from "#lib/views/first-results.ts";
import type { ScanItem } from "#lib/views/shared.ts";
import { useFirstResults } from "./scan.query.ts";

export interface FirstResultsCardProps {
  readonly scan: ScanItem;
  readonly initial: FirstResults;
}

/** FirstResultsCard is what the first scan shows while it reads: headlines, repositories with a flake, teams. */
export function FirstResultsCard({ scan, initial }: FirstResultsCardProps) {
  const isOver = isScanOver(scan.state);
  const { data = initial } = useFirstResults(scan.id, initial, isOver);
  const { hrefs, headlines, flakes, teams } = data;
  return (
    <SectionCard
      title={isOver ? "First results" : "First results, so far"}
      note={
        isOver
          ? "The pages have all of it, with trends from the past of the repositories as soon as it is read."
          : "What is not read yet counts as unknown. The lists keep their order while they grow."
      }
      actions={
        isOver ? (
          <span className="flex flex-wrap gap-2">
            <LinkButton href={hrefs.teams}>Teams</LinkButton>
            <LinkButton href={hrefs.repositories}>Repositories</LinkButton>
            <LinkButton href={hrefs.overview} isMain>
              Open the overview
            </LinkButton>
          </span>
        ) : null
      }
    >
      <dl className="grid gap-x-6 gap-y-4 border-b pb-5 sm:grid-cols-2 lg:grid-cols-4">
        {headlines.map(({ metricId, label, share }) => (
          <div key={metricId}>
            <dt className="text-muted-foreground text-small">{label}</dt>
            <dd>
              <Figure share={share} isOver={isOver} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-x-8 gap-y-5 pt-4 lg:grid-cols-2">
        <Found title="With a flake" count={flakes.count} shown={flakes.first.length} none="No flake was found yet.">
          {flakes.first.map(({ name, href, stages }) => (
            <Line key={name} href={href} name={name}>
              <StagePips reached={stages} />
            </Line>
          ))}
        </Found>
        <Found title="Teams" count={teams.count} shown={teams.largest.length} none="No team owns a repository yet.">
          {teams.largest.map(({ slug, name, href, share }) => (
            <Line key={slug} href={href} name={name}>
              <span className="whitespace-nowrap text-muted-foreground">{formatNofN(share)} with a flake</span>
            </Line>
          ))}
        </Found>
      </div>
    </SectionCard>
  );
}

function Figure({ share, isOver }: { readonly share: Share; readonly isOver: boolean }) {
  const fraction = shareFraction(share);
  if (fraction === null) return <span className="text-muted-foreground">nothing applies yet</span>;
  const unknown = share.unknown === 0 ? "" : `, ${formatNumber(share.unknown)} ${isOver ? "unknown" : "not known yet"}`;
  return (
    <>
      <span className="font-semibold text-lead">
        {isOver ? formatPercent(fraction) : formatNumber(share.numerator)}
      </span>{" "}
      <span className="text-muted-foreground">
        {isOver ? formatNofN(share) : `of ${formatNumber(share.denominator)}`}
        {unknown}
      </span>
    </>
  );
}

interface FoundProps {
  readonly title: string;
  readonly count: number;
  readonly shown: number;
  readonly none: string;
  readonly children: ReactNode;
}

function Found({ title, count, shown, none, children }: FoundProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1.5 font-medium">
        {title} <span className="text-muted-foreground">{formatNumber(count)}</span>
      </h3>
      {/* Room for all of them from the beginning, so that nothing below moves. */}
      <ul className="flex min-h-56 flex-col">
        {count === 0 ? <li className="text-muted-foreground">{none}</li> : children}
        {count > shown ? (
          <li className="pt-1 text-muted-foreground text-small">and {formatCount(count - shown, "other", "others")}</li>
        ) : null}
      </ul>
    </section>
  );
}

function Line({
  href,
  name,
  children,
}: {
  readonly href: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <li className="flex h-7 items-center justify-between gap-3">
      <Link href={href} prefetch={false} className="truncate font-medium underline-offset-4 hover:underline">
        {name}
      </Link>
      {children}
    </li>
  );
}

function LinkButton({
  href,
  isMain = false,
  children,
}: {
  readonly href: string;
  readonly isMain?: boolean;
  readonly children: string;
}) {
  return (
    <Button asChild size="small" variant={isMain ? "primary" : "outline"}>
      <Link href={href}>{children}</Link>
    </Button>
  );
}
