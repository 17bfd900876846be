import { formatCount } from "#lib/format/format.ts";
import { repositoriesHref, repositoryHref } from "./hrefs.ts";
import type { OrganizationState, RepositoryState } from "./organization-state.ts";
import type { NextMove } from "./overview.ts";

// Of more repositories than these the count says more than the names.
const namesMax = 2;

/** CheckMove is what to do where a check fails, whatever the number of repositories. */
interface CheckMove {
  readonly checkId: string;
  readonly step: string;
  readonly why: string;
}

/** errorMoves are what nothing should wait for: what Nix refuses, then what everybody can read. */
export const errorMoves = [
  { checkId: "lock-valid", step: "Mend flake.lock", why: "Nix refuses it, so nobody can use the flake." },
  { checkId: "flake-valid", step: "Mend flake.nix", why: "Nix refuses it, so nobody can use the flake." },
  {
    checkId: "secrets-absent",
    step: "Replace a secret that stands in the clear",
    why: "Whoever can read the repository has it.",
  },
] as const satisfies readonly CheckMove[];

/** lockMove is what to do where flake.lock and flake.nix have come apart. */
export const lockMove: CheckMove = {
  checkId: "lock-in-sync",
  step: "Bring flake.lock up to flake.nix",
  why: "It lacks inputs that are declared, or holds others, so Nix changes it or stops.",
};

/** branchMove is what to do where a Nixpkgs gets no fixes any more. */
export const branchMove: CheckMove = {
  checkId: "nixpkgs-branch-supported",
  step: "Move Nixpkgs to a branch that is maintained",
  why: "Its branch gets no security fixes any more.",
};

/**
 * checkMoves is one move for all repositories in which a check fails, so that forty of them are a line and not forty:
 * of one it leads to its page, of more to the list of them. Nothing where the check fails nowhere, or all is waived.
 */
export function checkMoves(
  { organization }: OrganizationState,
  repositories: readonly RepositoryState[],
  { checkId, step, why }: CheckMove,
): readonly NextMove[] {
  const failing = repositories.filter((repository) => fails(repository, checkId)).map(({ name }) => name);
  const [first, ...others] = failing;
  if (first === undefined) return [];
  return [
    {
      id: checkId,
      subject:
        failing.length > namesMax
          ? formatCount(failing.length, "repository", "repositories")
          : failing.toSorted().join(" and "),
      step,
      why,
      href:
        others.length === 0
          ? repositoryHref(organization.slug, first)
          : repositoriesHref(organization.slug, { check: checkId }),
    },
  ];
}

/** fails says whether a check fails in a repository, and nobody has waived that. */
export function fails({ findings }: RepositoryState, checkId: string): boolean {
  return findings.some((one) => one.checkId === checkId && one.outcome === "fail" && !one.isWaived);
}
