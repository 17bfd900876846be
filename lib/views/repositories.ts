import { checks } from "#lib/checks/registry.ts";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { organizationItem } from "./coverage.ts";
import { teamHref } from "./hrefs.ts";
import { readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { repositoryRow } from "./repository-row.ts";
import type { Coverage, OrganizationItem, RepositoryRow, TeamLink } from "./shared.ts";

/** RepositoriesView is the table of repositories, whole; the page filters and sorts it. */
export interface RepositoriesView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly sentence: string;
  readonly repositories: readonly RepositoryRow[];
  /** Teams to filter by, in tree order. */
  readonly teams: readonly TeamLink[];
  /** Checks to filter by. */
  readonly checks: readonly { readonly id: string; readonly title: string }[];
  readonly nixpkgsAgeLimitDays: number;
}

/** readRepositories is the table of all repositories; null when there is no organization of that slug. */
export async function readRepositories(context: ReadContext, slug: string): Promise<RepositoriesView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  const teamsById = new Map(state.teams.map((team) => [team.id, team]));
  const eligible = state.repositories.filter((repository) => repository.isEligible).length;
  return {
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    sentence: `${formatCount(state.repositories.length, "repository", "repositories")}, of which ${formatNumber(eligible)} count: not archived, not a fork, not empty, not excluded.`,
    repositories: state.repositories.map((repository) => repositoryRow(slug, repository, teamsById, context.asOf)),
    teams: state.teams.map((team) => ({ slug: team.slug, name: team.name, href: teamHref(slug, team.slug) })),
    checks: checks.map(({ id, words }) => ({ id, title: words.title })),
    nixpkgsAgeLimitDays: state.policy.nixpkgsAgeDaysMax,
  };
}
