import type { FlakeInput } from "../flake/parsed-flake.ts";

/**
 * inputRepository is the name of the repository that an input is, lower case and without owner: `flake-utils` for
 * `github:numtide/flake-utils`, `https://flakehub.com/f/numtide/flake-utils/0.1` and `git+https://example.org/flake-utils.git`.
 * Of an input that follows another it is the last name followed; otherwise the name of the input, for want of better.
 */
export function inputRepository(input: FlakeInput): string {
  return (repositoryName(input) ?? input.name).toLowerCase();
}

/** inputOwner is the owner of that repository, lower case; null when the reference does not name one. */
export function inputOwner({ ref }: FlakeInput): string | null {
  const owner = ref?.owner ?? flakeHubNames(ref?.url ?? "")?.owner;
  return owner?.toLowerCase() ?? null;
}

function flakeHubNames(url: string): { readonly owner: string; readonly name: string } | null {
  const [, owner, name] = /^https:\/\/(?:api\.)?flakehub\.com\/f\/(?:pinned\/)?([^/]+)\/([^/?#]+)/.exec(url) ?? [];
  return owner && name ? { owner, name } : null;
}

function repositoryName({ ref, declared }: FlakeInput): string | undefined {
  if (declared.follows) return declared.follows.split("/").at(-1);
  if (ref?.repo) return ref.repo;
  if (ref?.id) return ref.id;
  if (!ref?.url) return undefined;
  const flakeHub = flakeHubNames(ref.url);
  if (flakeHub) return flakeHub.name;
  const archive = /^https?:\/\/[^/]+\/[^/]+\/([^/]+)\/(?:-\/)?archive\//.exec(ref.url)?.[1];
  return archive ?? /([^/]+?)(?:\.git)?\/?(?:[?#].*)?$/.exec(ref.url)?.[1];
}
