/** NestedTeam is what the nesting of teams needs to know of one; `parentId` is null at the top. */
export interface NestedTeam {
  readonly id: string;
  readonly parentId: string | null;
}

/**
 * createTeamScopes gives, for the teams that own a repository, every team in whose number it counts: the owners and all
 * teams above them, each once. So a parent's number covers its children's repositories, each repository once.
 * An owner that is not among the teams counts nowhere; parents that form a circle count in each of it.
 */
export function createTeamScopes(
  teams: readonly NestedTeam[],
): (ownerTeamIds: readonly string[]) => ReadonlySet<string> {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  return (ownerTeamIds) => {
    const scopes = new Set<string>();
    for (const owner of ownerTeamIds) {
      let team: string | null | undefined = owner;
      while (team !== null && team !== undefined && parents.has(team) && !scopes.has(team)) {
        scopes.add(team);
        team = parents.get(team);
      }
    }
    return scopes;
  };
}
