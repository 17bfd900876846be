import { AppError } from "#lib/errors/app-error.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { OwnershipCandidates } from "#lib/model/ownership.ts";
import { fullName, type Repository } from "#lib/model/repository.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import type { InventoryItem } from "#lib/providers/source-provider.ts";
import { recordFailure } from "#lib/store/analysis.ts";
import { recordOwnerCandidates } from "#lib/store/owner-candidates.ts";
import { markMissingRepositories, recordInventory } from "#lib/store/record-inventory.ts";
import { addScanRows } from "#lib/store/scans.ts";
import { recordTeams } from "#lib/store/teams.ts";
import type { KnownTeams } from "./known-teams.ts";
import { createCandidateFinder } from "./ownership-candidates.ts";
import type { Progress } from "./progress.ts";
import type { ScanContext } from "./scan-context.ts";

/** ListedRepository is a repository of the inventory with its row's id and the entries that came for free. */
export interface ListedRepository {
  readonly id: string;
  readonly repository: Repository;
  readonly entries: readonly TreeEntry[];
  /** Who owns it by all but its own files; null when the teams could not be listed. */
  readonly candidates: OwnershipCandidates | null;
}

/** Inventory is what an organization has. */
export interface Inventory {
  readonly repositories: readonly ListedRepository[];
  /** Null when they could not be listed; owners then stay as they were. */
  readonly teams: KnownTeams | null;
  /** Whether nothing was left out. */
  readonly isWhole: boolean;
  /** Why the teams could not be listed. */
  readonly problem: ScanFailure | null;
}

interface Owners {
  readonly teams: KnownTeams;
  readonly candidatesOf: (repository: Repository) => OwnershipCandidates;
}

/** takeInventory lists teams and repositories and records both, page by page as they arrive. */
export async function takeInventory(context: ScanContext, progress: Progress, asOf: Instant): Promise<Inventory> {
  const { database, organizationId, provider, signal } = context;
  const { owners, problem } = await listOwners(context, asOf);
  const repositories: ListedRepository[] = [];
  let isWhole = owners !== null;
  for await (const page of provider.listRepositories(signal)) {
    signal.throwIfAborted();
    await progress.listed(page);
    const listed = await recordPage(context, page.items, owners, asOf);
    repositories.push(...listed);
    if (listed.length < page.items.length) isWhole = false;
  }
  // A repository that could not be shown may be one of those that seem to be missing.
  if (isWhole) {
    const seen = repositories.map(({ repository }) => repository.providerId);
    await markMissingRepositories(database, organizationId, seen, asOf);
  }
  return { repositories, teams: owners?.teams ?? null, isWhole, problem };
}

async function listOwners(
  context: ScanContext,
  asOf: Instant,
): Promise<{ readonly owners: Owners | null; readonly problem: ScanFailure | null }> {
  const { database, organizationId, provider, signal, ownership: settings, login } = context;
  try {
    const teams = await provider.listTeams(signal);
    await recordTeams(database, organizationId, teams, asOf);
    const properties = await provider.listProperties(settings.propertyNames, signal);
    const known = { login, slugs: new Set(teams.map(({ slug }) => slug)) };
    const candidatesOf = createCandidateFinder({ login, teams, properties, settings });
    return { owners: { teams: known, candidatesOf }, problem: null };
  } catch (error) {
    // Repositories can be read without knowing the teams; the scan goes on, and says so.
    if (!(error instanceof AppError && error.code === "forbidden")) throw error;
    return { owners: null, problem: { code: error.code, message: error.message } };
  }
}

async function recordPage(
  context: ScanContext,
  items: readonly InventoryItem[],
  owners: Owners | null,
  asOf: Instant,
): Promise<readonly ListedRepository[]> {
  const { database, organizationId, scanId } = context;
  const listed = items.filter((item) => item.status === "listed");
  const ids = await recordInventory(
    database,
    organizationId,
    listed.map((item) => item.repository),
    asOf,
  );
  await addScanRows(
    database,
    scanId,
    listed.map(({ repository }) => ({
      fullName: fullName(repository),
      repositoryId: ids.get(repository.providerId) ?? null,
    })),
  );
  for (const item of items) {
    if (item.status === "listed") continue;
    const { code, message } = item.error;
    await recordFailure(database, {
      scanId,
      repositoryId: null,
      fullName: fullName(item),
      failure: { code, message },
      at: context.now(),
    });
  }
  const found = listed.flatMap(({ repository, entries }) => {
    const id = ids.get(repository.providerId);
    return id === undefined ? [] : [{ id, repository, entries, candidates: owners?.candidatesOf(repository) ?? null }];
  });
  const candidates = found.flatMap(({ id, candidates }) => (candidates === null ? [] : [[id, candidates] as const]));
  await recordOwnerCandidates(database, new Map(candidates));
  return found;
}
