import type { Check, CheckWords } from "#lib/checks/check.ts";
import { metricOfCheck } from "#lib/checks/counted.ts";
import { findCheck } from "#lib/checks/registry.ts";
import { formatNofN } from "#lib/format/format.ts";
import { isWaived } from "#lib/metrics/waived.ts";
import { compareNames } from "#lib/model/compare-names.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Share } from "#lib/model/share.ts";
import { type CheckFinding, listCheckFindings } from "#lib/store/check-findings.ts";
import { readStateRevision } from "#lib/store/state-revision.ts";
import { type CheckRow, checkRow, checkWhyHref } from "./checks.ts";
import { organizationItem } from "./coverage.ts";
import { findingHref, teamHref } from "./hrefs.ts";
import { onceForState } from "./once-for-state.ts";
import { type OrganizationState, ownedBy, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { evidenceLink } from "./repository-links.ts";
import type { EvidenceLink } from "./repository-parts.ts";
import { teamLinks } from "./repository-row.ts";
import { type ResourceLink, resourceLinksForCheck } from "./resource-links.ts";
import type { Coverage, OrganizationItem, TeamLink, TrendPoint } from "./shared.ts";
import { createStateMemory } from "./state-memory.ts";
import { readTrends } from "./trend.ts";
import type { TrendRange } from "./trend-range.ts";

// More lines than anybody reads on one page; the repositories' own pages have the rest.
const findingsMax = 1_000;

// Of each some hundreds of kilobytes.
const checksMax = 24;
const rememberFindings = createStateMemory<readonly CheckFinding[]>(checksMax);

/** CheckFindingRow is one finding of a check that does not pass, in an eligible repository. */
export interface CheckFindingRow {
  /** `href` leads to the finding on the page of its repository. */
  readonly repository: { readonly name: string; readonly href: string };
  readonly teams: readonly TeamLink[];
  readonly subject: string;
  readonly outcome: "fail" | "unknown" | "waived";
  readonly summary: string;
  readonly evidence: readonly EvidenceLink[];
  readonly since: Instant;
}

/** CheckTeam is how the repositories of a team, and of the teams below it, fare. */
export interface CheckTeam extends TeamLink {
  readonly depth: number;
  readonly share: Share;
  /** Leads to the repositories in and out of the share. */
  readonly whyHref: string;
}

/** CheckCourse is the share of a check over time. */
export interface CheckCourse {
  readonly definition: string;
  readonly points: readonly TrendPoint[];
}

/** CheckView is one check's page. */
export interface CheckView extends CheckRow {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly sentence: string;
  readonly version: number;
  readonly words: CheckWords;
  readonly resources: readonly ResourceLink[];
  /** Owners of what does not pass, to filter by. */
  readonly teams: readonly TeamLink[];
  /** In tree order; teams to none of whose repositories it applies are left out. */
  readonly byTeam: readonly CheckTeam[];
  readonly course: CheckCourse;
  readonly findings: readonly CheckFindingRow[];
  /** There are more findings than are listed. */
  readonly isPartial: boolean;
}

/** readCheck is one check's page; null when there is no organization of that slug or no check of that id. */
export async function readCheck(
  context: ReadContext,
  slug: string,
  id: string,
  range: TrendRange,
): Promise<CheckView | null> {
  const check = findCheck(id);
  const state = check === undefined ? null : await readOrganizationState(context, slug);
  if (check === undefined || state === null) return null;
  const { row, byTeam } = standingOf(check, state);
  const found = row.isOff ? [] : await readFindings(context, state.organization.id, id);
  const findings = findingRows(id, found.slice(0, findingsMax), state);
  const teams = new Map(findings.flatMap((finding) => finding.teams).map((team) => [team.slug, team]));
  return {
    ...row,
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    sentence: sentenceOf(row),
    version: check.version,
    words: check.words,
    resources: resourceLinksForCheck(id, state.resources),
    teams: [...teams.values()].toSorted((one, other) => compareNames(one.name, other.name)),
    byTeam,
    course: await readCourse(context, check, state.organization.id, range),
    findings,
    isPartial: found.length > findingsMax,
  };
}

async function readFindings(
  { database }: ReadContext,
  organizationId: string,
  checkId: string,
): Promise<readonly CheckFinding[]> {
  const at = { key: `${organizationId} ${checkId}`, revision: await readStateRevision(database) };
  return rememberFindings(database, at, () => listCheckFindings(database, organizationId, checkId, findingsMax + 1));
}

interface CheckStanding {
  readonly row: CheckRow;
  readonly byTeam: readonly CheckTeam[];
}

const standings = onceForState(() => new Map<string, CheckStanding>());

/** How a check stands in the organization and in its teams, worked out once for each state. */
function standingOf(check: Check, state: OrganizationState): CheckStanding {
  const known = standings(state).get(check.id);
  if (known !== undefined) return known;
  const row = checkRow(check, state);
  const standing = { row, byTeam: row.isOff ? [] : sharesByTeam(check, state) };
  standings(state).set(check.id, standing);
  return standing;
}

function sharesByTeam(check: Check, state: OrganizationState): readonly CheckTeam[] {
  return state.teams.flatMap((team) => {
    const { share } = checkRow(check, { ...state, repositories: ownedBy(team, state.repositories) });
    if (share.denominator === 0) return [];
    const { slug } = state.organization;
    return [
      {
        slug: team.slug,
        name: team.name,
        href: teamHref(slug, team.slug),
        depth: team.depth,
        share,
        whyHref: checkWhyHref(slug, check.id, { team: team.slug }),
      },
    ];
  });
}

async function readCourse(
  context: ReadContext,
  { id }: Check,
  organizationId: string,
  range: TrendRange,
): Promise<CheckCourse> {
  const metric = metricOfCheck(id);
  if (metric === undefined) return { definition: "", points: [] };
  const asked = { metricIds: [metric.id], scopes: [{ kind: "organization" }], range } as const;
  const trends = await readTrends(context, organizationId, asked);
  return { definition: metric.definition, points: trends(metric.id) };
}

function findingRows(
  checkId: string,
  found: readonly CheckFinding[],
  state: OrganizationState,
): readonly CheckFindingRow[] {
  const { slug } = state.organization;
  const eligible = new Map(state.repositories.filter(({ isEligible }) => isEligible).map((one) => [one.id, one]));
  const teams = new Map(state.teams.map((team) => [team.id, team]));
  return found.flatMap(({ repositoryId, subject, outcome, summary, evidence, since }) => {
    const repository = eligible.get(repositoryId);
    if (repository === undefined) return [];
    const place = { url: repository.url, commit: repository.snapshot?.commit ?? null };
    const covered = outcome === "fail" && isWaived({ checkId, subject }, repositoryId, state.waivers);
    return [
      {
        repository: { name: repository.name, href: findingHref(slug, repository.name, checkId, subject) },
        teams: teamLinks(slug, repository.ownerTeamIds, teams),
        subject,
        outcome: covered ? "waived" : outcome,
        summary,
        evidence: evidence.map((one) => evidenceLink(one, place)),
        since,
      },
    ];
  });
}

function sentenceOf({ isOff, share }: CheckRow): string {
  if (isOff) return "This check is turned off here, so nobody is asked.";
  if (share.denominator === 0) return "It applies to no repository that was read.";
  const unknown = share.unknown === 0 ? "" : `; ${share.unknown} unknown`;
  return `${formatNofN(share)} repositories to which it applies pass${unknown}.`;
}
