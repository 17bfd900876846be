import { formatCount, formatDay, formatShare } from "#lib/format/format.ts";
import { type CountEras, changeDay, countOn, type DayCount } from "#lib/metrics/count-on.ts";
import { type Metric, nothing, sumShares } from "#lib/metrics/metric.ts";
import { createTeamScopes } from "#lib/metrics/team-scopes.ts";
import { addDays, type Day, dayOf, type Instant } from "#lib/model/instant.ts";
import type { Share } from "#lib/model/share.ts";
import type { CommitOfDay } from "#lib/store/commits-of-days.ts";
import type { RepositoryCourse } from "#lib/store/count-courses.ts";
import { askedMetric, type MetricGroup, type MetricItem, metricGroups, metricItem } from "./asked-metric.ts";
import { readCommitsSince, readCountCourses, wasIn } from "./count-courses.ts";
import { organizationItem } from "./coverage.ts";
import { repositoryHref, teamHref } from "./hrefs.ts";
import { type OrganizationState, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { teamLinks } from "./repository-row.ts";
import type { Coverage, OrganizationItem, TeamLink } from "./shared.ts";

/** ChangeKind is how what a repository counts changed: it came in or went out, its part moved, or it began or ceased to count. */
export type ChangeKind = "gained" | "lost" | "moved" | "began" | "ceased";

/** ChangeRow is one repository that counts otherwise on the later day. */
export interface ChangeRow {
  readonly name: string;
  readonly href: string;
  readonly teams: readonly TeamLink[];
  readonly kind: ChangeKind;
  /** Null on a day on which it did not count. */
  readonly before: Share | null;
  readonly after: Share | null;
  /** When it began to count as it does on the later day; null when only its teams changed. */
  readonly day: Day | null;
  /** The commit of that day; null when none did it, as when an input aged. */
  readonly commit: string | null;
}

/** ChangesView is what changed in a metric between two days. The rows add up to the difference of the two shares. */
export interface ChangesView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly metric: MetricItem;
  readonly metrics: readonly MetricGroup[];
  readonly team: TeamLink | null;
  readonly teams: readonly TeamLink[];
  readonly from: Day;
  readonly to: Day;
  readonly before: Share;
  readonly after: Share;
  readonly sentence: string;
  readonly rows: readonly ChangeRow[];
}

/** ChangesQuestion is what is asked about; null takes adoption, the organization, a month ago, and today. */
export interface ChangesQuestion {
  readonly metricId: string | null;
  readonly team: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** readChanges is what changed between two days; null when there is no organization or team of that name. */
export async function readChanges(
  context: ReadContext,
  slug: string,
  question: ChangesQuestion,
): Promise<ChangesView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  const team = state.teams.find((one) => one.slug === question.team) ?? null;
  if (question.team !== null && team === null) return null;
  const metric = askedMetric(question.metricId);
  const days = askedDays(question, context.asOf);
  const counted = await countBoth(context, state, metric, team, days);
  const before = sumShares(counted.flatMap((one) => one.before ?? []));
  const after = sumShares(counted.flatMap((one) => one.after ?? []));
  const commits = await readCommitsSince(context.database, state.organization.id, days);
  const teams = new Map(state.teams.map((one) => [one.id, one]));
  const ofRepository = Map.groupBy(commits, ({ repositoryId }) => repositoryId);
  const rows = counted.flatMap((one) => changeRow(one, state, teams, ofRepository));
  const link = (one: { readonly slug: string; readonly name: string }): TeamLink => ({
    slug: one.slug,
    name: one.name,
    href: teamHref(slug, one.slug),
  });
  return {
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    metric: metricItem(metric),
    metrics: metricGroups(),
    team: team === null ? null : link(team),
    teams: state.teams.map(link),
    ...days,
    before,
    after,
    sentence: sentenceOf(metric, { ...days, before, after }, rows),
    rows,
  };
}

interface Days {
  readonly from: Day;
  readonly to: Day;
}

// A month: what "what changed?" means to who asks nothing more.
const daysAtFirst = 30;

function askedDays(question: ChangesQuestion, asOf: Instant): Days {
  const today = dayOf(asOf);
  const to = question.to === null || question.to > today ? today : question.to;
  const from = question.from ?? dayOf(addDays(`${to}T00:00:00.000Z`, -daysAtFirst));
  return from <= to ? { from, to } : { from: to, to: from };
}

/** What one repository counts on both days; null where it does not count. */
interface BothDays {
  readonly course: RepositoryCourse;
  readonly before: Share | null;
  readonly after: Share | null;
  readonly day: Day | null;
}

async function countBoth(
  { database }: ReadContext,
  state: OrganizationState,
  metric: Metric,
  team: OrganizationState["teams"][number] | null,
  days: Days,
): Promise<readonly BothDays[]> {
  const { courses, eras } = await readCountCourses(database, state.organization.id, metric, days);
  const scopesOf = createTeamScopes(state.teams);
  const shareOn = (course: RepositoryCourse, day: Day, of: CountEras): Share | null =>
    wasIn(course, team, day, of, scopesOf) ? shareOf(countOn(course, metric, day, of)) : null;
  return courses.map((course) => ({
    course,
    before: shareOn(course, days.from, eras),
    after: shareOn(course, days.to, eras),
    day: changeDay(course, metric, days, eras),
  }));
}

function shareOf(count: DayCount): Share | null {
  return count.kind === "counted" && count.share.denominator > 0 ? count.share : null;
}

function changeRow(
  { course, before, after, day }: BothDays,
  state: OrganizationState,
  teams: ReadonlyMap<string, OrganizationState["teams"][number]>,
  commits: ReadonlyMap<string, readonly CommitOfDay[]>,
): readonly ChangeRow[] {
  const kind = kindOf(before, after);
  if (kind === null) return [];
  const { slug } = state.organization;
  const commit = commits.get(course.repositoryId)?.findLast((one) => one.from === day);
  return [
    {
      name: course.name,
      href: repositoryHref(slug, course.name),
      teams: teamLinks(slug, course.ownerTeamIds, teams),
      kind,
      before,
      after,
      day,
      commit: commit?.commit ?? null,
    },
  ];
}

/** How the two days differ; null when they do not. Only a whole pass is in, and only none of it is out. */
function kindOf(before: Share | null, after: Share | null): ChangeKind | null {
  if (before === null) return after === null ? null : "began";
  if (after === null) return "ceased";
  const isSame =
    before.numerator === after.numerator &&
    before.denominator === after.denominator &&
    before.unknown === after.unknown;
  if (isSame) return null;
  const [wasWhole, isWhole] = [before.numerator === before.denominator, after.numerator === after.denominator];
  if (wasWhole !== isWhole) return isWhole ? "gained" : "lost";
  return "moved";
}

function sentenceOf(
  { label }: Metric,
  { from, to, before, after }: Days & Pick<ChangesView, "before" | "after">,
  rows: readonly ChangeRow[],
): string {
  const course = `${label} went from ${formatShare(before)} on ${formatDay(from)} to ${formatShare(after)} on ${formatDay(to)}`;
  if (rows.length === 0)
    return `${label} stands at ${formatShare(after)}: no repository counts otherwise than on ${formatDay(from)}.`;
  const count = (kind: ChangeKind) => rows.filter((row) => row.kind === kind).length;
  const parts = [
    [count("gained"), "came in", "came in"],
    [count("lost"), "went out", "went out"],
    [count("moved"), "moved", "moved"],
    [count("began"), "began to count", "began to count"],
    [count("ceased"), "ceased to count", "ceased to count"],
  ] as const;
  const words = parts.filter(([many]) => many > 0).map(([many, one, more]) => formatCount(many, one, more));
  return `${course}: ${words.join(", ")}.`;
}

/** differenceOf is what the rows of changes add up to. */
export function differenceOf(rows: readonly Pick<ChangeRow, "before" | "after">[]): Share {
  const after = sumShares(rows.map((row) => row.after ?? nothing));
  const before = sumShares(rows.map((row) => row.before ?? nothing));
  return {
    numerator: after.numerator - before.numerator,
    denominator: after.denominator - before.denominator,
    unknown: after.unknown - before.unknown,
  };
}
