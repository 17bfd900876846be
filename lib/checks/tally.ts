import type { InputFacts } from "#lib/model/flake.ts";
import { dayNumber, dayOf, type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import type { Tally } from "#lib/model/tally.ts";
import { repositoryCacheClass } from "./cache-class.ts";
import type { CheckContext } from "./check.ts";
import { directInputs, isUnclearInput } from "./direct-inputs.ts";
import { inputAgeDays } from "./input-age.ts";
import { internalFlakes } from "./internal-flakes.ts";
import { askedChecks } from "./registry.ts";
import { mainFlakes } from "./subjects.ts";

/**
 * tallyOf counts what metrics need of a repository beside its findings. Pure, as checks are.
 *
 * Without an owner nobody can tell which inputs are the organization's own: all are unclear.
 */
export function tallyOf({ repository, facts, policy, asOf }: Omit<CheckContext, "upstreams">): Tally {
  const inputs = directInputs(facts);
  const { owner } = repository;
  return {
    askedBy: askedChecks(policy).askedBy,
    mainFlakes: mainFlakes(facts).length,
    cacheClass: repositoryCacheClass(facts.caching, policy),
    directInputs: inputs.length,
    internalInputs: owner === null ? 0 : internalFlakes(facts, owner).length,
    unclearInputs: owner === null ? inputs.length : inputs.filter(({ input }) => isUnclearInput(input)).length,
    inputLockedDays: inputs.flatMap(({ input }) => lockedDay(input, asOf) ?? []).sort((one, other) => one - other),
  };
}

/** The day on which an input was locked, where its age counts; null where that is unknown, as in `inputs-fresh`. */
function lockedDay(input: InputFacts, asOf: Instant): number | null {
  const lastModified = input.locked?.lastModified;
  if (lastModified?.known !== true || !inputAgeDays(input, asOf).known) return null;
  return dayNumber(dayOf(instantFromUnixSeconds(lastModified.value)));
}
