import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import type { ScansView } from "#lib/views/scans.ts";
import { HistoryCard } from "./history-card.tsx";
import { ScanStanding } from "./scan-standing.tsx";
import { ScansTable } from "./scans-table.tsx";
import { UpstreamsCard } from "./upstreams-card.tsx";

export interface ScansBodyProps {
  readonly view: ScansView;
  readonly parameters: PageParameters;
}

/** ScansBody is where scanning stands now, how far the past is rebuilt, and the history of scans. */
export function ScansBody({ view, parameters }: ScansBodyProps) {
  return (
    <div className="flex flex-col gap-5">
      <div className="grid items-stretch gap-5 lg:grid-cols-3">
        <ScanStanding view={view} />
        <HistoryCard history={view.history} />
        <UpstreamsCard upstreams={view.upstreams} />
      </div>
      <SectionCard title="History of scans" isFlush>
        <ScansTable view={view} parameters={parameters} />
      </SectionCard>
    </div>
  );
}
