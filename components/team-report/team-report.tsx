import { ShareBar } from "#components/charts/share-bar.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { armWords } from "#components/glyph/glyph-words.ts";
import { Prose } from "#components/ui/prose.tsx";
import { formatCount, formatDay, formatNofN, formatNumber, formatPercent, formatPoints } from "#lib/format/format.ts";
import { themeNames } from "#lib/model/finding.ts";
import type { GlyphArm } from "#lib/model/glyph.ts";
import { shareFraction } from "#lib/model/share.ts";
import type { TeamView } from "#lib/views/team.ts";
import { ReportNextStep } from "./report-next-step.tsx";
import { ReportRepositories } from "./report-repositories.tsx";
import { ReportSection } from "./report-section.tsx";

// More than these have no room beside all else on one page.
const failingMax = 10;
const readingMax = 3;

export interface TeamReportProps {
  readonly view: TeamView;
  /** The UTC day on which it is printed. */
  readonly day: string;
}

/**
 * TeamReport is a team's page on paper: one page of A4, however many repositories the team has. It is not there on a
 * screen, where the page itself tells more. Each part has as many lines as it may take at most.
 */
export function TeamReport({ view, day }: TeamReportProps) {
  return (
    <div className="hidden leading-tight print:block">
      <ReportSection title="Next step" note={formatDay(day)}>
        <ReportNextStep gravest={view.failing[0]} />
      </ReportSection>
      <ReportSection title="Headlines">
        <ul className="grid grid-cols-4 gap-x-4">
          {view.headlines.map((headline) => (
            <Figure key={headline.metricId} headline={headline} />
          ))}
        </ul>
      </ReportSection>
      <div className="grid grid-cols-2 gap-x-6">
        <ReportSection title="Practices" note="findings that pass">
          <ul>
            {view.glyph.arms.map((arm) => (
              <Practice key={arm.theme} arm={arm} />
            ))}
          </ul>
        </ReportSection>
        <ReportSection title="How far Nix reaches" note="repositories at their furthest stage">
          <ul>
            {view.stageCounts.map(({ stage, label, count }) => (
              <li key={stage} className="flex justify-between gap-3">
                <span>{label}</span>
                <span>{formatNumber(count)}</span>
              </li>
            ))}
          </ul>
        </ReportSection>
      </div>
      <ReportSection title="What fails" note="and in how many repositories, errors first">
        <Failing checks={view.failing} />
      </ReportSection>
      <ReportRepositories view={view} />
      <ReportSection title="What to learn next">
        <Reading resources={view.reading.resources} />
      </ReportSection>
    </div>
  );
}

function Figure({ headline }: { readonly headline: TeamView["headlines"][number] }) {
  const { label, share, change, organizationMedian } = headline;
  const fraction = shareFraction(share);
  return (
    <li className="min-w-0">
      <p className="text-muted-foreground">{label}</p>
      <p>
        <span className="font-semibold text-lead">{fraction === null ? "–" : formatPercent(fraction)}</span>{" "}
        {fraction === null ? "nothing applies yet" : formatNofN(share)}
        {share.unknown > 0 ? `, ${formatNumber(share.unknown)} unknown` : ""}
      </p>
      <p className="text-muted-foreground">
        {change === null
          ? "no earlier day to compare with"
          : `${formatPoints(change.percentagePoints)} since ${formatDay(change.sinceDay)}`}
      </p>
      <p className="text-muted-foreground">
        {organizationMedian === null
          ? "no other team to compare with"
          : `median of the teams ${formatPercent(organizationMedian)}`}
      </p>
    </li>
  );
}

function Practice({ arm }: { readonly arm: GlyphArm }) {
  return (
    <li className="grid grid-cols-[7.5rem_minmax(0,1fr)_8rem] items-center gap-2">
      <span>{themeNames[arm.theme]}</span>
      {arm.state === "measured" ? <ShareBar {...arm.share} color={themeColors[arm.theme]} /> : <span />}
      <span className="text-right">{armWords(arm)}</span>
    </li>
  );
}

function Failing({ checks }: { readonly checks: TeamView["failing"] }) {
  const others = checks.length - failingMax;
  if (checks.length === 0) return <p>No check fails here.</p>;
  return (
    <>
      <ul className="columns-2 gap-x-6">
        {checks.slice(0, failingMax).map(({ checkId, title, severity, count }) => (
          <li key={checkId} className="flex break-inside-avoid justify-between gap-3">
            <span className="min-w-0 flex-1 truncate">{title}</span>
            <span className="text-muted-foreground">{severity}</span>
            <span className="w-8 text-right">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      {others > 0 ? (
        <p className="text-muted-foreground">and {formatCount(others, "more check", "more checks")}</p>
      ) : null}
    </>
  );
}

function Reading({ resources }: { readonly resources: TeamView["reading"]["resources"] }) {
  if (resources.length === 0) return <p>Nothing is lacking that a resource could help with.</p>;
  return (
    <ol className="grid grid-cols-3 gap-x-4">
      {resources.slice(0, readingMax).map(({ id, title, why, url }) => (
        <li key={id} className="min-w-0">
          <p className="font-medium">{title}</p>
          <p className="line-clamp-2 text-muted-foreground">
            <Prose text={why} />
          </p>
          <p className="line-clamp-3 break-all">{url}</p>
        </li>
      ))}
    </ol>
  );
}
