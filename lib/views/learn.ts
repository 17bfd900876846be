import { checks, findCheck } from "#lib/checks/registry.ts";
import { formatCount } from "#lib/format/format.ts";
import { type LearningNeed, rankResources } from "#lib/learn/rank-resources.ts";
import type { OfferedResource } from "#lib/model/resource.ts";
import { organizationItem } from "./coverage.ts";
import { teamHref } from "./hrefs.ts";
import { learningNeed, type NeededResource, neededOf } from "./learning-need.ts";
import { onceForState } from "./once-for-state.ts";
import { ownedBy, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import type { Coverage, OrganizationItem, TeamLink } from "./shared.ts";

/** HelpedCheck is a check that resources may help to pass. */
export interface HelpedCheck {
  readonly id: string;
  readonly title: string;
  /** Repositories in question that fail it now. */
  readonly failing: number;
}

/** ResourceItem is one resource of the Learn page. */
export interface ResourceItem
  extends Pick<
    OfferedResource,
    "id" | "title" | "url" | "kind" | "level" | "theme" | "summary" | "minutes" | "isOwn" | "isPinned"
  > {
  /** Where it is published: `nix.dev`. */
  readonly host: string;
  /** Ids of the checks that it helps to pass, those that fail most first. */
  readonly checks: readonly string[];
}

/** LearnView is the Learn page of an organization, or of one of its teams. */
export interface LearnView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly sentence: string;
  /** The team that the order is for; null for the whole organization. */
  readonly team: TeamLink | null;
  readonly teams: readonly { readonly slug: string; readonly name: string }[];
  readonly mostNeeded: readonly NeededResource[];
  /** All that is offered, most needed first. */
  readonly resources: readonly ResourceItem[];
  /** What the organization hides, so that it can be shown again. */
  readonly hidden: readonly { readonly id: string; readonly title: string }[];
  /** Every check once; resources name theirs by id, so that the page does not repeat their words. */
  readonly checks: readonly HelpedCheck[];
}

/**
 * readLearn is the Learn page; null when there is no organization of that slug.
 *
 * @param teamSlug the team to order for; null, and one that is not here any more, order for the whole organization.
 */
export async function readLearn(
  context: ReadContext,
  slug: string,
  teamSlug: string | null,
): Promise<LearnView | null> {
  const state = await readOrganizationState(context, slug);
  const team = state?.teams.find((one) => one.slug === teamSlug);
  if (state === null) return null;
  const repositories = team === undefined ? state.repositories : ownedBy(team, state.repositories);
  const need = team === undefined ? needOfAll(state) : learningNeed(repositories, state.policy);
  const ranked = [...rankResources(state.resources, need)];
  const needed = neededOf(ranked, repositories.length === 1);
  const failing = new Map(need.failing.map((one) => [one.checkId, one.repositories]));
  return {
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    sentence: sentenceOf(team?.name ?? state.organization.name, need, needed),
    team: team === undefined ? null : { slug: team.slug, name: team.name, href: teamHref(slug, team.slug) },
    teams: state.teams.map((one) => ({ slug: one.slug, name: one.name })),
    mostNeeded: needed,
    resources: ranked.map(({ resource }) => resourceItem(resource, failing)),
    hidden: state.hiddenResources.map(({ id, title }) => ({ id, title })),
    checks: checks.map(({ id, words }) => ({ id, title: words.title, failing: failing.get(id) ?? 0 })),
  };
}

const needOfAll = onceForState(({ repositories, policy }) => learningNeed(repositories, policy));

/** A check that this version does not have is left out. */
function resourceItem(resource: OfferedResource, failing: ReadonlyMap<string, number>): ResourceItem {
  const { id, title, url, kind, level, theme, summary, minutes, isOwn, isPinned } = resource;
  return {
    id,
    title,
    url,
    host: new URL(url).host.replace(/^www\./, ""),
    kind,
    level,
    theme,
    summary,
    minutes,
    isOwn,
    isPinned,
    checks: resource.checks
      .filter((checkId) => findCheck(checkId) !== undefined)
      .toSorted((one, other) => (failing.get(other) ?? 0) - (failing.get(one) ?? 0)),
  };
}

function sentenceOf(name: string, need: LearningNeed, [first]: readonly NeededResource[]): string {
  if (first === undefined) return `Nothing is lacking in ${name} that a resource could help with.`;
  const fails = formatCount(need.failing.length, "check fails", "checks fail");
  return need.failing.length === 0
    ? `No check fails in ${name}; what comes next begins with “${first.title}”.`
    : `${fails} somewhere in ${name}; begin with “${first.title}”.`;
}
