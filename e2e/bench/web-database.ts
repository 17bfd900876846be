import { readConfig } from "#lib/config/environment.ts";
import { monthsBefore } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { countingDigest } from "#lib/scan/counting-digest.ts";
import { measureSpans } from "#lib/scan/measure-spans.ts";
import { rollUpHistory } from "#lib/scan/roll-up-history.ts";
import { type Database, openDatabase } from "#lib/store/database.ts";
import { listHistories, recordHistory } from "#lib/store/history.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { listRebuildable, readRebuildable } from "#lib/store/rebuildable-repositories.ts";
import { listOpenFacts } from "#lib/store/snapshots.ts";
import { startGithubEmulator } from "../github/emulator.ts";
import { createLargeOrganization } from "./large-organization.ts";
import { pastOf } from "./large-past.ts";
import { runScan } from "./run-scan.ts";

const flakeShare = 0.3;
const teams = 40;
const historyMonths = 18;

const webOrganization = "large";

/** What the pages of the sample organization are about, and what is like it in the large one. */
const counterparts: readonly (readonly [sample: string, large: string])[] = [
  ["/orgs/sample", `/orgs/${webOrganization}`],
  ["payments", "team-1"],
  ["ledger", "repository-00403"],
  ["schema-registry", "repository-00003"],
];

/** largePath is the page of the large organization that is like one of the sample's. */
export function largePath(path: string): string {
  return counterparts.reduce((changed, [sample, large]) => changed.replaceAll(sample, large), path);
}

type Environment = Readonly<Record<string, string>>;

/**
 * scanLargeOrganization scans a generated organization of so many repositories, three in ten with a flake, and 40 teams
 * through the emulator. Takes a minute or two for 2,000.
 */
export async function scanLargeOrganization(environment: Environment, repositories: number): Promise<void> {
  const organization = createLargeOrganization({
    repositories,
    withFlake: Math.floor(repositories * flakeShare),
    repositoriesPerTeam: Math.ceil(repositories / teams),
    lockNodes: (index) => 5 + ((index * 7) % 116),
  });
  const emulator = await startGithubEmulator({ folder: organization.read });
  try {
    await runScan(webOrganization, { ...environment, GITHUB_API_URL: emulator.url, GITHUB_TOKEN: "bench" });
  } finally {
    await emulator.close();
  }
}

/** recordLargePast gives that organization a past of 18 months, and counts it as every past is counted. */
export async function recordLargePast(environment: Environment): Promise<void> {
  const database = await openDatabase(readConfig(environment).database);
  try {
    await recordPast(database);
  } finally {
    await database.close();
  }
}

async function recordPast(database: Database): Promise<void> {
  const organization = await findOrganization(database, webOrganization);
  if (organization === null) throw new Error("The scan left no organization.");
  const now = () => new Date().toISOString();
  const policy = { ...defaultPolicy, historyMonths };
  const countedBy = countingDigest(policy);
  const since = monthsBefore(now(), historyMonths);
  const known = new Map(
    (
      await readRebuildable(
        database,
        (await listRebuildable(database, organization.id)).map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  const observed = new Map((await listHistories(database, organization.id)).map((one) => [one.repositoryId, one]));
  let index = 0;
  for await (const { repositoryId, facts } of listOpenFacts(database, [...known.keys()])) {
    const repository = known.get(repositoryId)?.repository;
    const observedFrom = observed.get(repositoryId)?.observedFrom;
    if (repository === undefined || observedFrom === undefined) continue;
    const snapshots = pastOf(facts, { index, since, observedFrom });
    const counted = { countedBy, ...measureSpans(snapshots, repository, policy) };
    const base = {
      repositoryId,
      observedFrom,
      since,
      isPartial: false,
      factsVersion: facts.version,
      readBy: "bench",
      at: now(),
    };
    await recordHistory(database, { ...base, snapshots, counted });
    index += 1;
  }
  const { signal } = new AbortController();
  await rollUpHistory({ database, organizationId: organization.id, policy, now, signal }, { isAnew: true });
}
