/** KnownTeams is what names of teams are looked up in. */
export interface KnownTeams {
  /** The organization's login; null where a folder stands for it, whose files may name any. */
  readonly login: string | null;
  readonly slugs: ReadonlySet<string>;
}

/**
 * findTeams picks the teams of an organization out of names as people write them: `@organization/team`,
 * `organization/team` or a bare `team`. `@user`, an e-mail address, a team of another organization and one that does
 * not exist name none.
 *
 * @returns slugs, each once, sorted.
 */
export function findTeams(names: readonly string[], { login, slugs }: KnownTeams): readonly string[] {
  const named = names.flatMap((name) => {
    const [, organization, team] = /^(?:@?([^/@\s]+)\/)?([^/@\s]+)$/.exec(name.trim().toLowerCase()) ?? [];
    const isOther = organization !== undefined && login !== null && organization !== login.toLowerCase();
    return team === undefined || isOther ? [] : [team];
  });
  return [...new Set(named)].filter((slug) => slugs.has(slug)).sort();
}
