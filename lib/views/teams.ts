import { formatCount } from "#lib/format/format.ts";
import { adoption, automation, freshness } from "#lib/metrics/headlines.ts";
import { median } from "#lib/metrics/median.ts";
import { measure } from "#lib/metrics/metric.ts";
import type { Glyph } from "#lib/model/glyph.ts";
import type { Share } from "#lib/model/share.ts";
import { organizationItem } from "./coverage.ts";
import { failingChecks } from "./failing-checks.ts";
import { glyphOf } from "./glyph.ts";
import { repositoriesHref, teamHref, whyHref } from "./hrefs.ts";
import { onceForState } from "./once-for-state.ts";
import { type OrganizationState, ownedBy, type RepositoryState, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { nixpkgsAges } from "./repository-row.ts";
import type { Coverage, OrganizationItem, StageCount } from "./shared.ts";
import { stageCounts } from "./stage-counts.ts";

/** TeamRow is one team in the table of teams. Shares cover the teams below it, each repository once. */
export interface TeamRow {
  readonly slug: string;
  readonly name: string;
  readonly href: string;
  readonly description: string | null;
  readonly depth: number;
  readonly parentSlug: string | null;
  readonly repositories: number;
  readonly eligible: number;
  readonly adoption: Share;
  readonly fresh: Share;
  readonly automated: Share;
  /** Leads to the repositories in and out of each share. */
  readonly whyHrefs: { readonly adoption: string; readonly fresh: string; readonly automated: string };
  readonly stageCounts: readonly StageCount[];
  readonly medianNixpkgsAgeDays: number | null;
  readonly glyph: Glyph;
  /** The check that most of the team's repositories fail; null when nothing fails. */
  readonly topFailing: { readonly title: string; readonly count: number } | null;
}

/** TeamsView is the table of teams. */
export interface TeamsView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly sentence: string;
  readonly teams: readonly TeamRow[];
  /** Eligible repositories that no team owns, and the page that lists them. */
  readonly unowned: { readonly count: number; readonly href: string };
  /** Repositories that count for several teams (and once for the organization). */
  readonly sharedRepositories: number;
}

/** readTeams is the table of teams; null when there is no organization of that slug. */
export async function readTeams(context: ReadContext, slug: string): Promise<TeamsView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  const eligible = state.repositories.filter((repository) => repository.isEligible);
  const measured = measuredTeams(state);
  const teams = state.teams.map((team, index) => ({
    ...(measured[index] ?? measureTeam(state, team)),
    medianNixpkgsAgeDays: medianAge(ownedBy(team, eligible), context),
  }));
  const withFlake = teams.filter((team) => team.adoption.numerator > 0).length;
  return {
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    sentence:
      teams.length === 0
        ? "No team is known yet."
        : `${withFlake} of ${formatCount(teams.length, "team has", "teams have")} a flake in at least one repository.`,
    teams,
    unowned: {
      count: eligible.filter((repository) => repository.ownerTeamIds.length === 0).length,
      href: repositoriesHref(slug, { team: "none" }),
    },
    sharedRepositories: state.repositories.filter((repository) => repository.ownerTeamIds.length > 1).length,
  };
}

/** All of a team's row but what grows older by the day. */
const measuredTeams = onceForState((state) => state.teams.map((team) => measureTeam(state, team)));

function measureTeam(
  state: OrganizationState,
  team: OrganizationState["teams"][number],
): Omit<TeamRow, "medianNixpkgsAgeDays"> {
  const owned = ownedBy(team, state.repositories);
  const eligible = owned.filter((repository) => repository.isEligible);
  const [topFailing] = failingChecks({ slug: state.organization.slug, team: team.slug }, eligible, state);
  return {
    slug: team.slug,
    name: team.name,
    href: teamHref(state.organization.slug, team.slug),
    description: team.description,
    depth: team.depth,
    parentSlug: state.teams.find((other) => other.id === team.parentId)?.slug ?? null,
    repositories: owned.length,
    eligible: eligible.length,
    adoption: measure(adoption, owned),
    fresh: measure(freshness, owned),
    automated: measure(automation, owned),
    whyHrefs: {
      adoption: whyHref(state.organization.slug, adoption.id, { team: team.slug }),
      fresh: whyHref(state.organization.slug, freshness.id, { team: team.slug }),
      automated: whyHref(state.organization.slug, automation.id, { team: team.slug }),
    },
    stageCounts: stageCounts(owned),
    glyph: glyphOf(owned),
    topFailing: topFailing === undefined ? null : { title: topFailing.title, count: topFailing.count },
  };
}

function medianAge(eligible: readonly RepositoryState[], { asOf }: ReadContext): number | null {
  const ages = eligible.flatMap((repository) => nixpkgsAges(repository, asOf));
  return median(ages.flatMap((age) => (age.known ? [age.value] : [])));
}
