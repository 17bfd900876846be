import { countRepository, countSubjects } from "./count-findings.ts";
import { type Metric, nothing } from "./metric.ts";

/**
 * adoption counts repositories that have a main flake.
 *
 * numerator   repositories whose `flake-present` finding is pass
 * denominator eligible repositories, read or not
 * unknown     eligible repositories that could not be read, or not wholly
 * Example: 10 eligible, 6 pass, 3 fail, 1 unread → { numerator: 6, denominator: 10, unknown: 1 }
 */
export const adoption: Metric = {
  id: "adoption",
  version: 1,
  label: "Adoption",
  definition:
    "Eligible repositories that have a flake which is no template, example or test, of all eligible repositories.",
  unit: "repositories",
  basis: { kind: "check", checkId: "flake-present" },
  count(repository) {
    if (!repository.isEligible) return nothing;
    if (!repository.isRead) return { numerator: 0, denominator: 1, unknown: 1 };
    return countRepository(repository, ["flake-present"]);
  },
};

/** freshness counts repositories all of whose direct inputs are within their age limits. */
export const freshness: Metric = {
  id: "freshness",
  version: 1,
  label: "Fresh inputs",
  definition:
    "Repositories all of whose direct inputs are within their age limit, of the eligible repositories that have inputs.",
  unit: "repositories",
  basis: { kind: "check", checkId: "inputs-fresh" },
  count: (repository) => countRepository(repository, ["inputs-fresh"]),
};

/** semver counts direct inputs that ask for a version. */
export const semver: Metric = {
  id: "semver",
  version: 1,
  label: "Inputs with SemVer",
  definition: "Direct inputs that ask for a version, of all direct inputs of eligible repositories.",
  unit: "inputs",
  basis: { kind: "check", checkId: "inputs-semver" },
  count: (repository) => countSubjects(repository, "inputs-semver"),
};

/** leanInputs counts repositories without a helper library among their direct inputs. */
export const leanInputs: Metric = {
  id: "lean-inputs",
  version: 1,
  label: "No helper library",
  definition:
    "Repositories without a helper library among their direct inputs, of the eligible repositories with a flake.",
  unit: "repositories",
  basis: { kind: "check", checkId: "helpers-avoided" },
  count: (repository) => countRepository(repository, ["helpers-avoided"]),
};

/** automation counts repositories whose inputs something updates by itself. */
export const automation: Metric = {
  id: "automation",
  version: 1,
  label: "Updates automated",
  definition:
    "Repositories in which something updates flake.lock by itself, of the eligible repositories that have inputs.",
  unit: "repositories",
  basis: { kind: "check", checkId: "updates-automated" },
  count: (repository) => countRepository(repository, ["updates-automated"]),
};

/** privateCache counts repositories that share builds through a private cache. */
export const privateCache: Metric = {
  id: "private-cache",
  version: 1,
  label: "Private cache",
  definition:
    "Repositories with a private cache, of the eligible repositories whose workflows build with Nix or set up a cache.",
  unit: "repositories",
  basis: { kind: "check", checkId: "private-cache-used" },
  count: (repository) => countRepository(repository, ["private-cache-used"]),
};

/** headlines are the practices that a sentence about an organization or a team may name, adoption first. */
export const headlines: readonly Metric[] = [adoption, freshness, semver, leanInputs, automation, privateCache];

/** overviewHeadlines are the four that a reader looks for first. */
export const overviewHeadlines = [adoption, freshness, semver, automation] as const satisfies readonly Metric[];
