import { authorizeRead } from "#lib/access/authorize.ts";
import { checks, findCheck } from "#lib/checks/registry.ts";
import { addDays, type Day, dayOf, type Instant } from "#lib/model/instant.ts";
import { lastWaivedDay, type WaiverPeriod, waiverPeriod } from "#lib/model/waiver.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { listRepositoryNames } from "#lib/store/repositories.ts";
import { type ListedWaiver, listWaivers } from "#lib/store/waivers.ts";
import { organizationItem } from "./coverage.ts";
import { repositoryHref } from "./hrefs.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem } from "./shared.ts";

/** WaiverState is whether a waiver holds: `expiring` within a month, `ended` by a person before its end. */
export type WaiverState = "in-force" | "expiring" | "expired" | "ended";

/** WaiverItem is one waiver as its table shows it. */
export interface WaiverItem {
  readonly id: string;
  readonly repository: string;
  readonly href: string;
  readonly checkId: string;
  readonly checkTitle: string;
  /** Null waives every subject. */
  readonly subject: string | null;
  readonly reason: string;
  readonly grantedBy: string;
  readonly grantedAt: Instant;
  /** The last day on which it holds or held, UTC: as it was granted, or the day on which it was ended. */
  readonly lastDay: Day;
  readonly state: WaiverState;
  /** Granted here, so that it can be ended here; otherwise the repository declares it in its own settings file. */
  readonly isOurs: boolean;
}

/** WaiversView is every waiver of an organization, and what a new one may be for. */
export interface WaiversView {
  readonly organization: OrganizationItem;
  readonly waivers: readonly WaiverItem[];
  readonly repositories: readonly string[];
  readonly checks: readonly { readonly id: string; readonly title: string }[];
  readonly period: WaiverPeriod;
}

const waiversMax = 1_000;
const expiringDays = 30;

/** readWaivers is every waiver of an organization, the latest first; null when there is none of that slug. */
export async function readWaivers({ database, actor, asOf }: ReadContext, slug: string): Promise<WaiversView | null> {
  authorizeRead(actor);
  const organization = await findOrganization(database, slug);
  if (organization === null) return null;
  const waivers = await listWaivers(database, organization.id, waiversMax);
  return {
    organization: organizationItem(organization),
    waivers: waivers.map((waiver) => waiverItem(waiver, slug, asOf)),
    repositories: await listRepositoryNames(database, organization.id),
    checks: checks.map(({ id, words }) => ({ id, title: words.title })),
    period: waiverPeriod(asOf),
  };
}

function waiverItem(waiver: ListedWaiver, slug: string, asOf: Instant): WaiverItem {
  const { id, repositoryName, checkId, subject, reason, grantedBy, grantedAt, revokedAt, source } = waiver;
  return {
    id,
    repository: repositoryName,
    href: repositoryHref(slug, repositoryName),
    checkId,
    checkTitle: findCheck(checkId)?.words.title ?? checkId,
    subject,
    reason,
    grantedBy,
    grantedAt,
    lastDay: revokedAt === null ? lastWaivedDay(waiver.expiresAt) : dayOf(revokedAt),
    state: waiverState(waiver, asOf),
    isOurs: source === "app",
  };
}

function waiverState({ revokedAt, expiresAt }: ListedWaiver, asOf: Instant): WaiverState {
  if (revokedAt !== null && revokedAt <= asOf) return "ended";
  if (expiresAt <= asOf) return "expired";
  return expiresAt <= addDays(asOf, expiringDays) ? "expiring" : "in-force";
}
