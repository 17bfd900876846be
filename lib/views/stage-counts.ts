import { stages } from "#lib/model/stage.ts";
import type { RepositoryState } from "./organization-state.ts";
import type { StageCount } from "./shared.ts";
import { stageWords } from "./stage-words.ts";

/**
 * stageCounts places every eligible repository at the furthest stage that it has reached: `none` when it reaches no
 * stage, `unknown` when it was not read. The counts add up to the eligible repositories.
 */
export function stageCounts(repositories: readonly RepositoryState[]): readonly StageCount[] {
  const eligible = repositories.filter((repository) => repository.isEligible);
  const read = eligible.filter((repository) => repository.isRead);
  const furthest = read.map((repository) => stages.findLast((stage) => repository.snapshot?.stages.includes(stage)));
  return [
    ...stages.map((stage) => ({
      stage,
      label: stageWords[stage].label,
      count: furthest.filter((reached) => reached === stage).length,
    })),
    { stage: "none", label: "No stage yet", count: furthest.filter((reached) => reached === undefined).length },
    { stage: "unknown", label: "Not read", count: eligible.length - read.length },
  ];
}
