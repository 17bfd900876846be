import { nextStage } from "#lib/checks/next-stage.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import { stages } from "#lib/model/stage.ts";
import { evidenceLink, type RepositoryPlace } from "./repository-links.ts";
import type { StageStep } from "./repository-parts.ts";
import { stageWords } from "./stage-words.ts";

/** stageLadder is every stage with whether it is reached, and the place that shows it. */
export function stageLadder(facts: RepositoryFacts | null, place: RepositoryPlace): readonly StageStep[] {
  const reached = facts?.stages ?? [];
  const next = facts === null ? null : nextStage(reached.map(({ stage }) => stage));
  return stages.map((stage) => {
    const found = reached.find((one) => one.stage === stage);
    const { label, description } = stageWords[stage];
    const evidence = found === undefined ? null : evidenceLink(found.evidence, place);
    return { stage, label, description, isReached: found !== undefined, isNext: stage === next, evidence };
  });
}
