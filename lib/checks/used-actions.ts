import type { RepositoryFacts } from "#lib/model/facts.ts";

/** A name and a tag, as in the documentation of the action: `cachix/install-nix-action@v31`. */
type TaggedAction = `${string}/${string}@${string}`;

const commit = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i;

/**
 * usedAction is how a workflow made for this repository calls an action: at the commit at which the repository calls it
 * already, otherwise at its tag. Which commit a tag stands for is not known here, and none is made up.
 */
export function usedAction(tagged: TaggedAction, { nixActions }: Pick<RepositoryFacts, "nixActions">): string {
  const [name = tagged] = tagged.split("@", 1);
  const used = nixActions.known ? nixActions.value : [];
  const pinned = used.find(({ action, ref }) => action === name.toLowerCase() && ref !== null && commit.test(ref));
  return pinned === undefined ? tagged : `${name}@${pinned.ref}`;
}

/** pinningNote tells, after what else there is to say of a workflow, what its tags leave to do. */
export function pinningNote(note: string): string {
  return `${note} An action at a tag may change at any time: put the commit of the tag in its place, and the tag in a comment behind it.`;
}
