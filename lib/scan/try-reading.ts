import { evaluateChecks } from "#lib/checks/evaluate-checks.ts";
import { findCheck } from "#lib/checks/registry.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { fullName, type Repository, whyNotEligible } from "#lib/model/repository.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { InventoryItem, SourceProvider } from "#lib/providers/source-provider.ts";
import { readRepositories } from "./read-repositories.ts";

/** TrialRepository is what one repository showed, or why it could not be read. */
export type TrialRepository =
  | {
      readonly status: "read";
      readonly fullName: string;
      readonly mainFlakes: number;
      readonly usesNixWithoutFlake: boolean;
      readonly stages: readonly Stage[];
      /** The checks that fail, each once, by its title. */
      readonly failing: readonly string[];
    }
  | { readonly status: "failed"; readonly fullName: string; readonly problem: string };

/** TrialReading is what a few repositories of an organization showed; nothing of it is recorded. */
export interface TrialReading {
  /** How many repositories there are in all. */
  readonly total: number;
  /** By name. */
  readonly repositories: readonly TrialRepository[];
}

const repositoriesMax = 10;

/**
 * tryReading reads ten repositories as a scan would, judges them by the default policy, and records nothing. Of the
 * first pages of the inventory it takes those that count, those with a flake.nix first, so that there is something to
 * see.
 */
export async function tryReading(provider: SourceProvider, asOf: Instant, signal: AbortSignal): Promise<TrialReading> {
  const { total, items } = await firstPages(provider, signal);
  const chosen = items
    .toSorted((one, other) => Number(hasFlake(other)) - Number(hasFlake(one)))
    .slice(0, repositoriesMax)
    .map(({ repository, entries }) => ({ repository, entries, hadFlake: false }));
  const repositories: TrialRepository[] = [];
  for await (const reading of readRepositories(provider, chosen, signal)) {
    const { repository } = reading;
    if (reading.status === "read") repositories.push(shown(repository, reading.facts, asOf));
    else repositories.push({ status: "failed", fullName: fullName(repository), problem: reading.error.message });
  }
  return { total, repositories: repositories.toSorted((one, other) => (one.fullName < other.fullName ? -1 : 1)) };
}

type ListedItem = Extract<InventoryItem, { readonly status: "listed" }>;

/** The repositories that count, of as many pages as it takes to have enough of them. */
async function firstPages(provider: SourceProvider, signal: AbortSignal) {
  const items: ListedItem[] = [];
  let total = 0;
  for await (const page of provider.listRepositories(signal)) {
    total = page.total;
    for (const item of page.items) {
      if (item.status === "listed" && whyNotEligible(item.repository, false) === null) items.push(item);
    }
    if (items.length >= repositoriesMax) break;
  }
  return { total, items };
}

function hasFlake(item: ListedItem): boolean {
  return item.entries.some(({ path }) => path === "flake.nix");
}

function shown(repository: Repository, facts: RepositoryFacts, asOf: Instant): TrialRepository {
  const { owner, name, visibility } = repository;
  const findings = evaluateChecks({ repository: { owner, name, visibility }, facts, policy: defaultPolicy, asOf });
  const failing = new Set(findings.filter(({ outcome }) => outcome === "fail").map(({ checkId }) => checkId));
  return {
    status: "read",
    fullName: fullName(repository),
    mainFlakes: facts.flakes.filter(({ role }) => role === "main").length,
    usesNixWithoutFlake: facts.nonFlake.some(({ isBridge }) => !isBridge),
    stages: facts.stages.map(({ stage }) => stage),
    failing: [...failing].map((id) => findCheck(id)?.words.title ?? id),
  };
}
