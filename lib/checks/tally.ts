import type { Tally } from "#lib/model/tally.ts";
import { repositoryCacheClass } from "./cache-class.ts";
import type { CheckContext } from "./check.ts";
import { directInputs, isUnclearInput } from "./direct-inputs.ts";
import { internalFlakes } from "./internal-flakes.ts";
import { mainFlakes } from "./subjects.ts";

/**
 * tallyOf counts what metrics need of a repository beside its findings. Pure, as checks are.
 *
 * Without an owner nobody can tell which inputs are the organization's own: all are unclear.
 */
export function tallyOf({ repository, facts, policy }: Pick<CheckContext, "repository" | "facts" | "policy">): Tally {
  const inputs = directInputs(facts);
  const { owner } = repository;
  return {
    mainFlakes: mainFlakes(facts).length,
    cacheClass: repositoryCacheClass(facts.caching, policy),
    directInputs: inputs.length,
    internalInputs: owner === null ? 0 : internalFlakes(facts, owner).length,
    unclearInputs: owner === null ? inputs.length : inputs.filter(({ input }) => isUnclearInput(input)).length,
  };
}
