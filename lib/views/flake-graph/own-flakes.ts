/** OwnFlake is a repository in the organization's graph of its own flakes. */
export interface OwnFlake {
  /** The repository's name in lower case. */
  readonly id: string;
  /** Ids of what it uses itself, each once. */
  readonly uses: readonly string[];
  /** Ids of what uses it directly. */
  readonly usedBy: readonly string[];
  /** Everything that would be hit if it were bad: what uses it, and what uses those; itself only in a circle. */
  readonly affected: ReadonlySet<string>;
  /** Others that use it and that it uses, each through any number of steps. */
  readonly circle: readonly string[];
}

/** FlakeLink says that one repository uses another's flake. */
export interface FlakeLink {
  readonly from: string;
  readonly to: string;
}

/** ownFlakes is every repository that uses or is used, with whom it reaches. */
export function ownFlakes(links: readonly FlakeLink[]): ReadonlyMap<string, OwnFlake> {
  const uses = neighbours(links, ({ from, to }) => [from, to]);
  const usedBy = neighbours(links, ({ from, to }) => [to, from]);
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort();
  const affected = new Map(ids.map((id) => [id, reachedFrom(id, usedBy)]));
  return new Map(
    ids.map((id) => {
      const hit = affected.get(id) ?? new Set();
      const circle = [...hit].filter((other) => other !== id && affected.get(other)?.has(id));
      const flake = { id, uses: [...(uses.get(id) ?? [])], usedBy: [...(usedBy.get(id) ?? [])] };
      return [id, { ...flake, affected: hit, circle: circle.sort() }];
    }),
  );
}

function neighbours(
  links: readonly FlakeLink[],
  ends: (link: FlakeLink) => readonly [at: string, next: string],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [at, next] of links.map(ends)) found.set(at, (found.get(at) ?? new Set()).add(next));
  return found;
}

/** What is reached in one step or more; the start itself only by way of a circle. */
function reachedFrom(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>(next.get(start));
  for (const id of reached) for (const further of next.get(id) ?? []) reached.add(further);
  return reached;
}
