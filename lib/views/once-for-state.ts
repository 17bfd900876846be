import type { OrganizationState } from "./organization-state.ts";

/**
 * onceForState works something out once for each state of an organization: a state is remembered between requests, and
 * so is what follows from it alone. What depends on the moment, such as an age, has no place in `work`.
 */
export function onceForState<Result>(work: (state: OrganizationState) => Result): (state: OrganizationState) => Result {
  // Each request has its own OrganizationState around the parts that are remembered; this is one of them.
  const results = new WeakMap<OrganizationState["repositories"], { readonly result: Result }>();
  return (state) => {
    const known = results.get(state.repositories) ?? { result: work(state) };
    results.set(state.repositories, known);
    return known.result;
  };
}
