import type { OfferedResource, Resource, ResourceOverrides } from "#lib/model/resource.ts";

/**
 * offerResources are the resources that an organization offers: its own before those of the catalogue, pinned ones
 * before all others, without those that it hides.
 */
export function offerResources(
  catalogue: readonly Resource[],
  { own, choices }: ResourceOverrides,
): readonly OfferedResource[] {
  const all = [
    ...own.map((resource) => ({ ...resource, isOwn: true })),
    ...catalogue.map((resource) => ({ ...resource, isOwn: false })),
  ];
  return all
    .filter(({ id }) => choices.get(id) !== "hidden")
    .map((resource) => ({ ...resource, isPinned: choices.get(resource.id) === "pinned" }))
    .toSorted((one, other) => Number(other.isPinned) - Number(one.isPinned));
}

/** hiddenResources are the resources that an organization hides, so that a person can bring them back. */
export function hiddenResources(
  catalogue: readonly Resource[],
  { own, choices }: ResourceOverrides,
): readonly Resource[] {
  return [...own, ...catalogue].filter(({ id }) => choices.get(id) === "hidden");
}
