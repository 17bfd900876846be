import { formatCount } from "#lib/format/format.ts";
import { type InternalLink, listInternalLinks } from "#lib/store/internal-links.ts";
import { readStateRevision } from "#lib/store/state-revision.ts";
import { organizationItem } from "./coverage.ts";
import { flakePicture } from "./flake-graph/flake-picture.ts";
import type { OwnFlakeRow } from "./flake-graph/own-flake-row.ts";
import { type OwnFlake, ownFlakes } from "./flake-graph/own-flakes.ts";
import type { GraphPicture } from "./graph-picture.ts";
import { repositoryHref } from "./hrefs.ts";
import { type OrganizationState, type RepositoryState, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { teamLinks } from "./repository-row.ts";
import type { Coverage, OrganizationItem } from "./shared.ts";
import { createStateMemory } from "./state-memory.ts";
import { flakeGraphHref } from "./upstream-item.ts";

/** FlakeGraphView is the organization's graph of its own flakes. */
export interface FlakeGraphView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly sentence: string;
  readonly picture: GraphPicture;
  readonly isFolded: boolean;
  readonly hrefs: { readonly whole: string; readonly folded: string };
  /** Whom most depend on first. */
  readonly rows: readonly OwnFlakeRow[];
}

// Organizations that somebody looks at at the same time.
const organizationsMax = 4;
const rememberLinks = createStateMemory<readonly InternalLink[]>(organizationsMax);

/** readFlakeGraph is which repository's flake uses which; null when there is no organization of that slug. */
export async function readFlakeGraph(
  context: ReadContext,
  slug: string,
  isWhole: boolean,
): Promise<FlakeGraphView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  const repositories = new Map(state.repositories.map((one) => [one.id, one]));
  const organizationId = state.organization.id;
  const at = { key: organizationId, revision: await readStateRevision(context.database) };
  const found = await rememberLinks(context.database, at, () => listInternalLinks(context.database, organizationId));
  const links = found.flatMap((link) => {
    const from = repositories.get(link.repositoryId)?.name.toLowerCase();
    return from === undefined ? [] : [{ from, to: link.target }];
  });
  const rows = flakeRows(ownFlakes(links), state);
  const hrefs = { whole: flakeGraphHref(slug, true), folded: flakeGraphHref(slug, false) };
  const picture = flakePicture(rows, isWhole, hrefs.whole);
  return {
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    sentence: sentenceOf(rows, state.organization.name),
    picture,
    isFolded: picture.hidden.length > 0,
    hrefs,
    rows,
  };
}

function flakeRows(flakes: ReadonlyMap<string, OwnFlake>, state: OrganizationState): readonly OwnFlakeRow[] {
  const { slug } = state.organization;
  const byName = new Map(state.repositories.map((repository) => [repository.name.toLowerCase(), repository]));
  const teams = new Map(state.teams.map((team) => [team.id, team]));
  const items = (ids: readonly string[]) => ids.map((id) => ({ id, name: byName.get(id)?.name ?? id }));
  const rows = [...flakes.values()].map(({ id, uses, usedBy, affected, circle }): OwnFlakeRow => {
    const repository = byName.get(id);
    const others = [...affected].filter((other) => other !== id);
    return {
      id,
      name: repository?.name ?? id,
      href: repository === undefined ? null : repositoryHref(slug, repository.name),
      isHere: repository !== undefined,
      owners: teamLinks(slug, repository?.ownerTeamIds ?? [], teams),
      uses: items(uses),
      usedBy: items(usedBy),
      affected: others.length,
      affectedTeams: teamsOf(others, byName),
      circle: items(circle),
    };
  });
  return rows.toSorted((one, other) => other.affected - one.affected || (one.id < other.id ? -1 : 1));
}

function teamsOf(ids: readonly string[], repositories: ReadonlyMap<string, RepositoryState>): number {
  return new Set(ids.flatMap((id) => repositories.get(id)?.ownerTeamIds ?? [])).size;
}

function sentenceOf(rows: readonly OwnFlakeRow[], name: string): string {
  const users = rows.filter(({ uses }) => uses.length > 0).length;
  const [first] = rows;
  if (first === undefined) return `No repository of ${name} uses the flake of another yet.`;
  const circles = rows.filter(({ circle }) => circle.length > 0).length;
  const loop = circles === 0 ? "" : ` ${circles} of them use each other in a circle.`;
  return `${formatCount(users, "repository uses", "repositories use")} flakes of ${name}; most depend on ${first.name}, ${first.affected} in all.${loop}`;
}
