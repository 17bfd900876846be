import { type Metric, nothing } from "./metric.ts";
import { directInputsOf } from "./unasked.ts";

/**
 * internalInputs counts the internal edges: direct inputs that are flakes of the organization itself.
 *
 * numerator   internal edges
 * denominator direct inputs of the main flakes of eligible repositories that were read
 * unknown     inputs of which it cannot be told where they point; all of a repository that no version has judged which
 *             counts this
 */
export const internalInputs: Metric = {
  id: "internal-inputs",
  version: 1,
  label: "Inputs that are own flakes",
  definition:
    "Direct inputs that are flakes of the organization itself, of all direct inputs of eligible repositories.",
  unit: "inputs",
  basis: {
    kind: "tally",
    theme: "semver",
    reason: ({ directInputs, internalInputs: own }) =>
      `${own} of ${directInputs} direct inputs ${own === 1 ? "is a flake" : "are flakes"} of the organization.`,
  },
  count(repository) {
    const { isEligible, isRead, tally } = repository;
    if (!isEligible || !isRead) return nothing;
    const denominator = directInputsOf(repository);
    return { numerator: tally?.internalInputs ?? 0, denominator, unknown: tally?.unclearInputs ?? denominator };
  },
};
