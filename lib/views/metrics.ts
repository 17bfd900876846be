import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { authorizeRead } from "#lib/access/authorize.ts";
import type { Scan } from "#lib/model/scan.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { countPendingRepositories, tallyScans } from "#lib/store/scan-metrics.ts";
import { findLatestFinishedScan } from "#lib/store/scans.ts";
import type { ReadContext } from "./read-context.ts";

/** MetricsDocument is the state of this installation in Prometheus' text format. */
export interface MetricsDocument {
  readonly contentType: string;
  readonly text: string;
}

// Memory, event loop and garbage collection are watched once for the process, from its first question on.
const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess });

/**
 * readMetrics reads the numbers that an operator watches, from the database, so that every process tells the same of
 * scans; what this process itself costs stands beside them.
 */
export async function readMetrics({
  database,
  actor,
}: Pick<ReadContext, "database" | "actor">): Promise<MetricsDocument> {
  authorizeRead(actor);
  const registry = new Registry();
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: readonly Label[]) =>
    new Gauge({ name: `flakeboard_${name}`, help, labelNames: [...labelNames], registers: [registry] });

  const scans = gauge("scans", "Recorded scans by state.", "organization", "state");
  for (const { organization, state, count } of await tallyScans(database)) scans.set({ organization, state }, count);
  const pending = gauge("pending_repositories", "Repositories that open scans have still to look at.");
  pending.set(await countPendingRepositories(database));

  const recordLatest = latestScanGauges(gauge);
  for (const organization of await listOrganizations(database)) {
    const scan = await findLatestFinishedScan(database, organization.id);
    if (scan !== null) recordLatest(organization.slug, scan);
  }
  const text = await Registry.merge([ofProcess, registry]).metrics();
  return { contentType: registry.contentType, text };
}

type MakeGauge = <Label extends string>(name: string, help: string, ...labelNames: readonly Label[]) => Gauge<Label>;

function latestScanGauges(gauge: MakeGauge): (organization: string, scan: Scan) => void {
  const repositories = gauge(
    "latest_scan_repositories",
    "Repositories by what became of them.",
    "organization",
    "outcome",
  );
  const requests = gauge("latest_scan_requests", "Requests that the latest scan made.", "organization", "api");
  const points = gauge("latest_scan_points", "GraphQL points that the latest scan spent.", "organization");
  const remaining = gauge("remaining_points", "GraphQL points that were left when it ended.", "organization");
  const duration = gauge("latest_scan_duration_seconds", "How long the latest scan took.", "organization");
  const finished = gauge("latest_scan_finished_timestamp_seconds", "When the latest scan ended.", "organization");
  return (organization, { counts, requests: spent, startedAt, finishedAt }) => {
    for (const outcome of ["read", "unchanged", "failed"] as const) {
      repositories.set({ organization, outcome }, counts[outcome]);
    }
    requests.set({ organization, api: "graphql" }, spent.graphql);
    requests.set({ organization, api: "rest" }, spent.rest);
    points.set({ organization }, spent.points);
    // A host without limits has none to tell.
    if (spent.remainingPoints !== null) remaining.set({ organization }, spent.remainingPoints);
    if (startedAt === null || finishedAt === null) return;
    duration.set({ organization }, (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
    finished.set({ organization }, Date.parse(finishedAt) / 1000);
  };
}
