import type { Severity } from "#lib/model/finding.ts";
import { type OfferedResource, type ResourceLevel, resourceLevels } from "#lib/model/resource.ts";
import type { Stage } from "#lib/model/stage.ts";

/** LearningNeed is what an organization, a team or a repository lacks, counted in repositories. */
export interface LearningNeed {
  /** The checks that fail, each once. */
  readonly failing: readonly (Lacking & { readonly checkId: string; readonly severity: Severity })[];
  /** The stages that come next, each once. */
  readonly nextStages: readonly (Lacking & { readonly stage: Stage })[];
}

/** Lacking is how many repositories lack something, and how many of these have not reached any stage yet. */
export interface Lacking {
  readonly repositories: number;
  readonly beginners: number;
}

/** NeedReason is one thing that a resource helps with here, and in how many repositories. */
export type NeedReason =
  | { readonly kind: "check"; readonly checkId: string; readonly repositories: number }
  | { readonly kind: "stage"; readonly stage: Stage; readonly repositories: number };

/** RankedResource is a resource with why it stands where it stands; without a reason nothing here needs it now. */
export interface RankedResource {
  readonly resource: OfferedResource;
  /** The weightiest first. */
  readonly reasons: readonly NeedReason[];
}

// An error stops people today, a warning costs them later, advice may be declined.
const severityWeight = { error: 4, warning: 2, advice: 1 } as const satisfies Record<Severity, number>;

// The next stage is advice, too.
const stageWeight = 1;

// Whoever begins is lost in what goes deep; whoever is under way has the first steps behind them.
const levelWeight = {
  start: { beginner: 1, underway: 0.75 },
  practice: { beginner: 0.5, underway: 1 },
  depth: { beginner: 0.25, underway: 0.5 },
} as const satisfies Record<ResourceLevel, unknown>;

// What a resource helps besides its first check is worth half.
const besideWeight = 0.5;

// What an earlier resource helps with already counts half, so that three resources help with three things.
const helpedWeight = 0.5;

/**
 * rankResources puts resources in the order in which they are needed: pinned ones first, then by the weight of what
 * they help with, the gravest fails of the most repositories before the next stage, first steps for those who begin.
 * What nothing needs comes last, first steps before what goes deep. The same resources and need always give the same order.
 * Each one is worked out when it is asked for: most pages ask for three.
 */
export function* rankResources(
  resources: readonly OfferedResource[],
  need: LearningNeed,
): Generator<RankedResource, void> {
  const candidates = resources.map((resource) => ({ resource, needs: needsOf(resource, need) }));
  const timesHelped = new Map<string, number>();
  const worth = ({ needs }: Candidate) =>
    needs.reduce((sum, one) => sum + one.weight * helpedWeight ** (timesHelped.get(one.key) ?? 0), 0);
  while (candidates.length > 0) {
    const { candidate } = candidates
      .map((one) => ({ candidate: one, worth: worth(one) }))
      .reduce((best, one) => (comesBefore(one, best) ? one : best));
    const { resource, needs } = candidate;
    candidates.splice(candidates.indexOf(candidate), 1);
    for (const { key } of needs) timesHelped.set(key, (timesHelped.get(key) ?? 0) + 1);
    yield { resource, reasons: needs.map(({ reason }) => reason) };
  }
}

interface Candidate {
  readonly resource: OfferedResource;
  readonly needs: readonly { readonly key: string; readonly weight: number; readonly reason: NeedReason }[];
}

interface Valued {
  readonly candidate: Candidate;
  readonly worth: number;
}

/** Strictly before: between equals the one that was given first stays. */
function comesBefore(one: Valued, other: Valued): boolean {
  const { isPinned, level } = one.candidate.resource;
  const { resource } = other.candidate;
  if (isPinned !== resource.isPinned) return isPinned;
  if (one.worth !== other.worth) return one.worth > other.worth;
  return resourceLevels.indexOf(level) < resourceLevels.indexOf(resource.level);
}

function needsOf(
  { checks, stages, level }: OfferedResource,
  { failing, nextStages }: LearningNeed,
): Candidate["needs"] {
  const { beginner, underway } = levelWeight[level];
  const size = ({ repositories, beginners }: Lacking) => beginners * beginner + (repositories - beginners) * underway;
  const ofChecks = failing
    .filter(({ checkId }) => checks.includes(checkId))
    .map((one) => ({
      key: `check ${one.checkId}`,
      weight: size(one) * severityWeight[one.severity] * (checks[0] === one.checkId ? 1 : besideWeight),
      reason: { kind: "check", checkId: one.checkId, repositories: one.repositories } as const,
    }));
  const ofStages = nextStages
    .filter(({ stage }) => stages.includes(stage))
    .map((one) => ({
      key: `stage ${one.stage}`,
      weight: size(one) * stageWeight,
      reason: { kind: "stage", stage: one.stage, repositories: one.repositories } as const,
    }));
  return [...ofChecks, ...ofStages].toSorted((one, other) => other.weight - one.weight);
}
