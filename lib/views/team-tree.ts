import { compareNames } from "#lib/model/compare-names.ts";
/** TreeTeam is what the order of teams needs to know of one. */
export interface TreeTeam {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** PlacedTeam is a team at its place in the tree; `depth` is 0 at the top. */
export type PlacedTeam<T extends TreeTeam> = T & { readonly depth: number };

/**
 * orderTeams puts every team behind its parent, siblings by name. A team whose parent is not among them, or is one of
 * its own children, stands at the top.
 */
export function orderTeams<T extends TreeTeam>(teams: readonly T[]): readonly PlacedTeam<T>[] {
  const ids = new Set(teams.map((team) => team.id));
  const children = new Map<string | null, T[]>();
  for (const team of teams.toSorted((one, other) => compareNames(one.name, other.name))) {
    const parent = team.parentId !== null && ids.has(team.parentId) ? team.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), team]);
  }
  const placed = new Map<string, PlacedTeam<T>>();
  const place = (parent: string | null, depth: number): void => {
    for (const team of children.get(parent) ?? []) {
      if (placed.has(team.id)) continue;
      placed.set(team.id, { ...team, depth });
      place(team.id, depth + 1);
    }
  };
  place(null, 0);
  // Parents that form a circle hang below no top team.
  for (const team of teams) if (!placed.has(team.id)) placed.set(team.id, { ...team, depth: 0 });
  return [...placed.values()];
}
