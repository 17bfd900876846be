import type { Instant } from "#lib/model/instant.ts";
import type { OwnershipCandidates, OwnershipSettings } from "#lib/model/ownership.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { listTeams, recordTeams } from "#lib/store/teams.ts";
import type { KnownTeams } from "./known-teams.ts";
import { createCandidateFinder } from "./ownership-candidates.ts";

/** OwnersContext is what the owners of an organization are listed with. */
export interface OwnersContext {
  readonly database: Database;
  readonly provider: SourceProvider;
  readonly organizationId: string;
  readonly ownership: OwnershipSettings;
  /** The organization's login, as in `KnownTeams`. */
  readonly login: string | null;
  readonly asOf: Instant;
  readonly signal: AbortSignal;
}

/**
 * listOwners lists teams and custom properties at the provider, and records the teams.
 *
 * @returns what says of each repository who owns it by all but its own files.
 */
export async function listOwners(context: OwnersContext): Promise<(repository: Repository) => OwnershipCandidates> {
  const { database, provider, organizationId, ownership: settings, login, asOf, signal } = context;
  const teams = await provider.listTeams(signal);
  await recordTeams(database, organizationId, teams, asOf);
  const properties = await provider.listProperties(settings.propertyNames, signal);
  return createCandidateFinder({ login, teams, properties, settings });
}

/** readKnownTeams is what names of teams are looked up in, as the teams were last recorded. */
export async function readKnownTeams({
  database,
  organizationId,
  login,
}: Pick<OwnersContext, "database" | "organizationId" | "login">): Promise<KnownTeams> {
  return { login, slugs: new Set((await listTeams(database, organizationId)).map(({ slug }) => slug)) };
}
