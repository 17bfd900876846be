import type { GithubConfig } from "#lib/config/environment.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Database } from "#lib/store/database.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { findPolicy } from "#lib/store/policies.ts";
import type { Urgency } from "#lib/store/request-budgets.ts";
import { createProvider } from "./create-provider.ts";
import type { JobQueue } from "./job-queue.ts";
import type { Log } from "./log.ts";
import type { ScanContext } from "./scan-context.ts";
import { createSharedBudget } from "./shared-budget.ts";

/** WorkContext is what a process works on jobs with. */
export interface WorkContext {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly github: GithubConfig;
  readonly now: () => Instant;
  readonly log: Log;
  /** How many repositories a batch has; the usual number unless told. */
  readonly batchSize?: number;
}

/** OpenOrganization is an organization that can be read now, with what is to be known of it. */
export type OpenOrganization = Pick<ScanContext, "organizationId" | "login" | "provider" | "policy" | "ownership">;

/**
 * openOrganization makes the provider of an organization, with the policy that holds now; null when it was removed.
 *
 * @param urgency what it is opened for: its requests go before those of whoever is less urgent.
 * @throws AppError when its address or its credentials cannot do.
 */
export async function openOrganization(
  { database, github, now }: Pick<WorkContext, "database" | "github" | "now">,
  organizationId: string,
  urgency: Urgency,
): Promise<OpenOrganization | null> {
  const organization = (await listOrganizations(database)).find(({ id }) => id === organizationId);
  if (organization === undefined) return null;
  const { policy } = await findPolicy(database, organizationId);
  return {
    organizationId,
    // Files in a folder of clones name whatever organization they came from.
    login: organization.provider === "local" ? null : organization.login,
    provider: createProvider(organization, github, (key) => createSharedBudget({ database, key, now, urgency })),
    policy,
    ownership: policy.ownership,
  };
}
