import type { RepositoryFacts } from "#lib/model/facts.ts";
import { type DirectInput, directInputs } from "./direct-inputs.ts";
import { inputSource } from "./input-source.ts";

/** InternalFlake is a direct input that is a flake of the organization itself. */
export interface InternalFlake extends DirectInput {
  /** The repository, or the flake on FlakeHub, in lower case. */
  readonly name: string;
}

/**
 * internalFlakes are the edges from a repository to flakes of the same owner, on GitHub or FlakeHub: one line of the
 * organization's own graph of flakes. A Nixpkgs that the organization keeps is no flake of its making.
 *
 * @param owner the organization, in any case.
 */
export function internalFlakes(facts: RepositoryFacts, owner: string): readonly InternalFlake[] {
  return directInputs(facts).flatMap((direct) => {
    const source = inputSource(direct.input);
    if (source === undefined || direct.input.isNixpkgs || !direct.input.isFlake) return [];
    const isOwn = ["github", "flakehub"].includes(source.host) && source.owner === owner.toLowerCase();
    return isOwn ? [{ ...direct, name: source.name }] : [];
  });
}
