import { authorizeRead } from "#lib/access/authorize.ts";
import type { Config } from "#lib/config/environment.ts";
import { nextScansAt } from "#lib/config/next-scan.ts";
import { cronWords } from "#lib/format/cron-words.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { ApiResource, RateLimit } from "#lib/model/rate-limit.ts";
import { effectiveCron } from "#lib/model/schedule.ts";
import { credentialsKey } from "#lib/providers/github/credentials-key.ts";
import type { Database } from "#lib/store/database.ts";
import { findOrganization, type OrganizationRecord } from "#lib/store/organizations.ts";
import { readBudget } from "#lib/store/request-budgets.ts";
import { organizationItem } from "./coverage.ts";
import { setupHref } from "./hrefs.ts";
import type { ReadContext } from "./read-context.ts";
import { type CredentialsItem, credentialsItem } from "./setup.ts";
import type { OrganizationItem } from "./shared.ts";

/** ScanningSettingsView is when an organization is scanned by itself, and as whom its provider is asked. */
export interface ScanningSettingsView {
  readonly organization: OrganizationItem;
  readonly schedule: {
    readonly choice: "default" | "own" | "off";
    /** The line of its own; empty without one. */
    readonly ownCron: string;
    readonly defaultCron: string | null;
    /** What holds, in words where there are some; null when it is only scanned when asked to. */
    readonly holds: { readonly cron: string; readonly words: string | null } | null;
    readonly nextAt: readonly Instant[];
  };
  /** Null for a local folder, which needs none. */
  readonly credentials:
    | (CredentialsItem & {
        /** As last heard from GitHub; null before the first request. */
        readonly limits: readonly { readonly resource: ApiResource; readonly limit: RateLimit | null }[];
      })
    | null;
  /** The page that checks all of it now. */
  readonly checkHref: string;
}

const nextMax = 3;

/** readScanningSettings is an organization's schedule and credentials; null when there is none of that slug. */
export async function readScanningSettings(
  { database, actor, asOf, scanCron }: ReadContext,
  slug: string,
  { github }: Pick<Config, "github">,
): Promise<ScanningSettingsView | null> {
  authorizeRead(actor);
  const organization = await findOrganization(database, slug);
  if (organization === null) return null;
  const { provider, location, login } = organization;
  const cron = effectiveCron(organization, scanCron);
  return {
    organization: organizationItem(organization),
    schedule: {
      choice: choiceOf(organization),
      ownCron: organization.scanCron ?? "",
      defaultCron: scanCron,
      holds: cron === null ? null : { cron, words: cronWords(cron) },
      nextAt: cron === null ? [] : nextScansAt(cron, asOf, nextMax),
    },
    credentials:
      provider === "local"
        ? null
        : { ...credentialsItem(github), limits: await limitsOf(database, organization, github) },
    checkHref: setupHref({ provider, name: provider === "local" ? location : login }),
  };
}

function choiceOf({ scanCron }: OrganizationRecord): ScanningSettingsView["schedule"]["choice"] {
  if (scanCron === null) return "default";
  return scanCron === "" ? "off" : "own";
}

async function limitsOf(database: Database, { location, login }: OrganizationRecord, github: Config["github"]) {
  const { token, app } = github;
  const key = credentialsKey({
    restUrl: location,
    organization: login,
    token: token ?? undefined,
    app: app ?? undefined,
  });
  const resources = ["graphql", "rest"] as const satisfies readonly ApiResource[];
  return Promise.all(
    resources.map(async (resource) => ({ resource, limit: (await readBudget(database, key, resource)).limit })),
  );
}
