import { severityOf } from "#lib/checks/evaluate-checks.ts";
import { nextStage } from "#lib/checks/next-stage.ts";
import { checks, findCheck } from "#lib/checks/registry.ts";
import { formatCount } from "#lib/format/format.ts";
import {
  type Lacking,
  type LearningNeed,
  type NeedReason,
  type RankedResource,
  rankResources,
} from "#lib/learn/rank-resources.ts";
import type { Policy } from "#lib/model/policy.ts";
import { type Stage, stages } from "#lib/model/stage.ts";
import type { OrganizationState, RepositoryState } from "./organization-state.ts";
import { stageWords } from "./stage-words.ts";

/** NeededResource is a resource with why it is needed here, in one sentence. */
export interface NeededResource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** What one can do afterwards. */
  readonly summary: string;
  readonly why: string;
}

/**
 * learningNeed is what repositories lack: the checks that fail and the stages that come next, counted in repositories.
 * Repositories that are not eligible or not read, waived fails, and checks that are off, are left out.
 */
export function learningNeed(repositories: readonly RepositoryState[], policy: Policy): LearningNeed {
  const counted = repositories.filter((repository) => repository.isEligible && repository.isRead);
  const asked = checks.filter(({ id }) => !policy.checksOff.includes(id));
  const failing = asked.map((check) => ({
    checkId: check.id,
    severity: severityOf(check, policy),
    ...lacking(counted.filter((repository) => fails(repository, check.id))),
  }));
  const nextStages = stages.map((stage) => ({
    stage,
    ...lacking(counted.filter((repository) => nextStage(stagesOf(repository)) === stage)),
  }));
  return {
    failing: failing.filter((one) => one.repositories > 0),
    nextStages: nextStages.filter((one) => one.repositories > 0),
  };
}

function lacking(repositories: readonly RepositoryState[]): Lacking {
  const beginners = repositories.filter((repository) => stagesOf(repository).length === 0);
  return { repositories: repositories.length, beginners: beginners.length };
}

function stagesOf({ snapshot }: RepositoryState): readonly Stage[] {
  return snapshot?.stages ?? [];
}

function fails({ findings }: RepositoryState, checkId: string): boolean {
  return findings.some((one) => one.checkId === checkId && one.outcome === "fail" && !one.isWaived);
}

/** mostNeeded are the few resources that repositories need most, each with why; none where nothing is lacking. */
export function mostNeeded(
  { resources, policy }: OrganizationState,
  repositories: readonly RepositoryState[],
): readonly NeededResource[] {
  return neededOf(rankResources(resources, learningNeed(repositories, policy)), repositories.length === 1);
}

// 3: what one can take up before the next visit.
const neededMax = 3;

/** neededOf are the first few ranked resources that something here needs; where here is one repository, it is not counted. */
export function neededOf(ranked: Iterable<RankedResource>, isOneRepository: boolean): readonly NeededResource[] {
  const needed: NeededResource[] = [];
  for (const { resource, reasons } of ranked) {
    const [reason] = reasons;
    if (reason === undefined) continue;
    const { id, title, url, summary } = resource;
    needed.push({ id, title, url, summary, why: isOneRepository ? sentenceOfOne(reason) : sentenceOfMany(reason) });
    if (needed.length === neededMax) break;
  }
  return needed;
}

function sentenceOfMany(reason: NeedReason): string {
  const helped = formatCount(reason.repositories, "repository", "repositories");
  switch (reason.kind) {
    case "check":
      return `Helps ${helped} where “${titleOf(reason.checkId)}” fails.`;
    case "stage":
      return `Leads ${helped} to the next stage: ${stageWords[reason.stage].label.toLowerCase()}.`;
  }
}

function sentenceOfOne(reason: NeedReason): string {
  switch (reason.kind) {
    case "check":
      return `Helps with “${titleOf(reason.checkId)}”, which fails here.`;
    case "stage":
      return `Leads to the next stage: ${stageWords[reason.stage].label.toLowerCase()}.`;
  }
}

/** People know a check by its title; the id is for settings and the API. */
function titleOf(checkId: string): string {
  return findCheck(checkId)?.words.title ?? checkId;
}
