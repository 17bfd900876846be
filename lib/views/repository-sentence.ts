import { formatCount } from "#lib/format/format.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Policy } from "#lib/model/policy.ts";
import { type WhyNotEligible, whyNotEligible } from "#lib/model/repository.ts";
import { exclusionOf } from "#lib/store/exclusions.ts";
import type { RepositoryState } from "./organization-state.ts";

const notEligibleWords = {
  archived: "It is archived, so it counts in no share.",
  fork: "It is a fork, so it counts in no share.",
  empty: "It has no commit yet, so it counts in no share.",
} as const satisfies Record<Exclude<WhyNotEligible, "excluded">, string>;

/** repositorySentence says of a repository what one would say aloud: whether it counts, uses Nix, and how it fares. */
export function repositorySentence(repository: RepositoryState, facts: RepositoryFacts | null, policy: Policy): string {
  const reason = whyNotEligible(repository, repository.isExcluded);
  if (reason === "excluded") return excludedWords(repository, policy);
  if (reason !== null) return notEligibleWords[reason];
  if (facts === null) return "It has not been read yet.";
  const main = facts.flakes.filter((flake) => flake.role === "main").length;
  if (main === 0) return facts.nonFlake.length === 0 ? "It does not use Nix." : "It uses Nix without a flake.";
  const flakes = main === 1 ? "It has a flake" : `It has ${main} flakes`;
  const failing = repository.findings.filter((finding) => finding.outcome === "fail" && !finding.isWaived);
  if (failing.length === 0) return `${flakes}, and nothing fails.`;
  const checks = new Set(failing.map(({ checkId }) => checkId)).size;
  return `${flakes}; ${formatCount(checks, "check fails", "checks fail")}.`;
}

function excludedWords(repository: RepositoryState, policy: Policy): string {
  const exclusion = exclusionOf(policy, repository);
  if (exclusion === null) return "It was excluded by the organization's settings, so it counts in no share.";
  const { pattern, reason } = exclusion;
  if (reason === null)
    return `The pattern ${pattern} of the organization's settings excludes it, so it counts in no share.`;
  return `It is excluded, so it counts in no share: ${reason}`;
}
