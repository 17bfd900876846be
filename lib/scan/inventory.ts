import { AppError } from "#lib/errors/app-error.ts";
import type { Instant } from "#lib/model/instant.ts";
import { fullName, type Repository } from "#lib/model/repository.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import type { Team } from "#lib/model/team.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import type { InventoryItem } from "#lib/providers/source-provider.ts";
import { recordFailure } from "#lib/store/analysis.ts";
import { markMissingRepositories, recordInventory } from "#lib/store/repositories.ts";
import { addScanRows } from "#lib/store/scans.ts";
import { recordTeams } from "#lib/store/teams.ts";
import type { Progress } from "./progress.ts";
import type { ScanContext } from "./scan-context.ts";

/** ListedRepository is a repository of the inventory with its row's id and the entries that came for free. */
export interface ListedRepository {
  readonly id: string;
  readonly repository: Repository;
  readonly entries: readonly TreeEntry[];
}

/** Inventory is what an organization has. */
export interface Inventory {
  readonly repositories: readonly ListedRepository[];
  /** Null when they could not be listed; owners then stay as they were. */
  readonly teams: readonly Team[] | null;
  /** Whether nothing was left out. */
  readonly isWhole: boolean;
  /** Why the teams could not be listed. */
  readonly problem: ScanFailure | null;
}

/** takeInventory lists teams and repositories and records both, page by page as they arrive. */
export async function takeInventory(context: ScanContext, progress: Progress, asOf: Instant): Promise<Inventory> {
  const { database, organizationId, provider, signal } = context;
  const { teams, problem } = await listTeams(context, asOf);
  const repositories: ListedRepository[] = [];
  const seen = new Set<string>();
  let isWhole = teams !== null;
  for await (const page of provider.listRepositories(signal)) {
    signal.throwIfAborted();
    await progress.listed(page);
    const listed = await recordPage(context, page.items, asOf);
    for (const item of listed) seen.add(item.repository.providerId);
    repositories.push(...listed);
    if (listed.length < page.items.length) isWhole = false;
  }
  // A repository that could not be shown may be one of those that seem to be missing.
  if (repositories.length === seen.size && isWhole) {
    await markMissingRepositories(database, organizationId, [...seen], asOf);
  }
  return { repositories, teams, isWhole, problem };
}

async function listTeams(
  { database, organizationId, provider, signal }: ScanContext,
  asOf: Instant,
): Promise<Pick<Inventory, "teams" | "problem">> {
  try {
    const teams = await provider.listTeams(signal);
    await recordTeams(database, organizationId, teams, asOf);
    return { teams, problem: null };
  } catch (error) {
    // Repositories can be read without knowing the teams; the scan goes on, and says so.
    if (!(error instanceof AppError && error.code === "forbidden")) throw error;
    return { teams: null, problem: { code: error.code, message: error.message } };
  }
}

async function recordPage(
  context: ScanContext,
  items: readonly InventoryItem[],
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
  return listed.flatMap(({ repository, entries }) => {
    const id = ids.get(repository.providerId);
    return id === undefined ? [] : [{ id, repository, entries }];
  });
}
