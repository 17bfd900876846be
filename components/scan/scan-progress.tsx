"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount, formatNumber, formatUtc } from "#lib/format/format.ts";
import type { ProviderKind } from "#lib/model/repository.ts";
import { isScanOver } from "#lib/model/scan.ts";
import type { FirstResults } from "#lib/views/first-results.ts";
import type { ScanView } from "#lib/views/scan.ts";
import type { ScanItem } from "#lib/views/shared.ts";
import { FirstResultsCard } from "./first-results-card.tsx";
import { QueryScope } from "./query-scope.tsx";
import { useScan } from "./scan.query.ts";
import { ScanErrors } from "./scan-errors.tsx";
import { ScanLog } from "./scan-log.tsx";
import { scanExtent, scanPace } from "./scan-pace.ts";
import {
  scanDone,
  scanDuration,
  scanSentence,
  scanStateTones,
  scanStateWords,
  scanTriggerWords,
} from "./scan-words.ts";
import { StopScan } from "./stop-scan.tsx";

export interface ScanProgressProps {
  readonly initial: ScanView;
  /** What it has shown so far, of an organization's first scan; null for a later one. */
  readonly results: FirstResults | null;
  /** Leaves out what became of each repository. */
  readonly isShort?: boolean;
}

/** ScanProgress is one scan; while it runs, its numbers move and nothing else does. */
export function ScanProgress(props: ScanProgressProps) {
  return (
    <QueryScope>
      <MovingScan {...props} />
    </QueryScope>
  );
}

function MovingScan({ initial, results, isShort = false }: ScanProgressProps) {
  const { data, isError, dataUpdatedAt } = useScan(initial.scan.id, initial);
  const { scan, errors, repositories } = data ?? initial;
  const router = useRouter();
  const wasRunning = useRef(!isScanOver(initial.scan.state));
  const isOver = isScanOver(scan.state);
  useEffect(() => {
    if (!isOver || !wasRunning.current) return;
    wasRunning.current = false;
    router.refresh();
  }, [isOver, router]);

  return (
    <div className="flex flex-col gap-5">
      {isError ? (
        <ErrorState title="The server does not answer, so the numbers below are not the latest.">
          They are of {formatUtc(new Date(dataUpdatedAt).toISOString())}. This page keeps asking.
        </ErrorState>
      ) : null}
      {scan.failure && isOver ? (
        <ErrorState title="The scan could not finish. What it read before is kept.">{scan.failure.message}</ErrorState>
      ) : null}
      <SectionCard
        title="Progress"
        actions={
          <span className="flex flex-wrap items-center gap-3">
            {isOver ? null : <StopScan slug={initial.organization.slug} scanId={scan.id} />}
            <Badge tone={scanStateTones[scan.state]}>{scanStateWords[scan.state]}</Badge>
          </span>
        }
      >
        <p className="mb-3 text-lead">{scanSentence(scan)}</p>
        {/* Counts move every second; only a change of state is worth interrupting a reader for. */}
        <p aria-live="polite" className="sr-only">
          Scan: {scanStateWords[scan.state].toLowerCase()}
        </p>
        <ProgressBar
          label="Repositories done"
          total={scanExtent(scan) ?? (isOver ? 1 : null)}
          parts={parts(scan)}
          className="h-3!"
        />
        <Legend scan={scan} pace={scanPace(scan, dataUpdatedAt)} />
        <Facts scan={scan} provider={initial.organization.provider} />
      </SectionCard>
      {results === null ? null : <FirstResultsCard scan={scan} initial={results} />}
      {/* Below what one reads while it grows, which an error that comes would push away. */}
      {errors.length > 0 ? <ScanErrors errors={errors} /> : null}
      {isShort ? null : (
        <SectionCard title="Repositories" note="Failed ones first; at most 200." isFlush>
          <ScanLog rows={repositories} />
        </SectionCard>
      )}
    </div>
  );
}

function parts(scan: ScanItem) {
  return [
    { id: "unchanged", label: "Unchanged", count: scan.unchanged, className: "bg-[var(--stage-1)]" },
    { id: "read", label: "Read anew", count: scan.read, className: "bg-primary" },
    { id: "failed", label: "Failed", count: scan.failed, className: "border-2 border-fail bg-fail-soft" },
  ] as const;
}

interface LegendProps {
  readonly scan: ScanItem;
  readonly pace: string | null;
}

function Legend({ scan, pace }: LegendProps) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
      {parts(scan).map((part) => (
        <li key={part.id} className="inline-flex items-center gap-2">
          <span aria-hidden className={`size-3 rounded-[3px] ${part.className}`} />
          <span className="text-muted-foreground">{part.label}</span>
          <span className="font-medium">{formatNumber(part.count)}</span>
        </li>
      ))}
      <li className="ml-auto text-muted-foreground">
        {scanExtent(scan) === null
          ? "number of repositories not known yet"
          : `${formatNumber(scanDone(scan))} of ${formatCount(scan.total, "repository", "repositories")}`}
        {pace === null ? "" : `, ${pace}`}
      </li>
    </ul>
  );
}

function Facts({ scan, provider }: { readonly scan: ScanItem; readonly provider: ProviderKind }) {
  const { requests } = scan;
  const duration = scanDuration(scan);
  const requestCount = requests.graphql + requests.rest;
  return (
    <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-3 border-t pt-4 sm:grid-cols-4 [&_dt]:text-muted-foreground [&_dt]:text-small">
      <div>
        <dt>Started</dt>
        <dd>
          {scan.startedAt ? <RelativeTime instant={scan.startedAt} /> : "not yet"}, {scanTriggerWords(scan.trigger)}
        </dd>
      </div>
      <div>
        <dt>Took</dt>
        <dd>{duration ?? "still running"}</dd>
      </div>
      <div>
        <dt>With a flake</dt>
        <dd>
          {scan.eligible === 0
            ? "not known yet"
            : `${formatNumber(scan.withFlake)} of ${formatNumber(scan.eligible)} eligible`}
        </dd>
      </div>
      <div>
        <dt>Requests</dt>
        <dd>
          {provider === "local" ? "none, read from this machine" : formatNumber(requestCount)}
          {requests.points > 0 ? `, ${formatCount(requests.points, "point", "points")} used` : ""}
          {requests.remainingPoints === null ? "" : `, ${formatNumber(requests.remainingPoints)} left`}
        </dd>
      </div>
    </dl>
  );
}
