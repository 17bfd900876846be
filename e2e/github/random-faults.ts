import * as faults from "./faults.ts";

/** everyFault holds the ways in which a request of either kind fails. */
export const everyFault: readonly faults.Fault[] = [
  faults.badGatewayHtml,
  faults.badGatewayJson,
  faults.gatewayTimeout,
  faults.secondaryLimit(0),
  { kind: "reset" },
];

/** graphqlFaults holds the ways in which only GraphQL fails. */
export const graphqlFaults: readonly faults.Fault[] = [
  faults.somethingWentWrong,
  faults.resourceLimitsWithoutData,
  { kind: "resource-limits", objects: 9 },
];

/** randomFaults strikes one request in five, each time in another way; the same seed strikes the same requests. */
export function randomFaults(seed: number): readonly faults.PlannedFault[] {
  let state = seed;
  const random = () => {
    // Numerical Recipes' generator: enough to scatter, and the same everywhere.
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  let chosen = 0;
  const all = [...everyFault, ...graphqlFaults];
  return all.map((fault, index) => ({
    fault,
    when: ({ kind }) => {
      const possible = kind === "graphql" ? all : everyFault;
      if (index === 0) chosen = random() < 0.2 ? Math.floor(random() * possible.length) : -1;
      return chosen === index;
    },
  }));
}
