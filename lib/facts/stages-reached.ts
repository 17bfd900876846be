import type { Evidence } from "#lib/model/evidence.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import { type StageReached, stages } from "#lib/model/stage.ts";
import { outputStages } from "./output-stages.ts";

/** What shows how far Nix reaches: outputs of main flakes, `.envrc`, what builds a flake, and what publishes one. */
type StageSources = Pick<RepositoryFacts, "flakes" | "integration" | "publishing"> & {
  readonly envrcFlake: Evidence | null;
};

/**
 * stagesReached are the stages that a repository has reached, in the order of the gradual approach but reached in any,
 * each with the first place that shows it.
 */
export function stagesReached({ flakes, envrcFlake, integration, publishing }: StageSources): readonly StageReached[] {
  const integrated = integration.known ? integration.value : [];
  const images = flakes.filter(({ role }) => role === "main").flatMap(({ outputs }) => outputs?.containerImages ?? []);
  const reached: readonly StageReached[] = [
    ...(envrcFlake === null ? [] : [{ stage: "development" as const, evidence: envrcFlake }]),
    ...integrated.map(({ evidence }) => ({ stage: "continuous-integration" as const, evidence })),
    ...publishing.places.map(({ evidence }) => ({ stage: "distribution" as const, evidence })),
    ...outputStages(flakes),
    ...images.map((evidence) => ({ stage: "systems" as const, evidence })),
  ];
  return stages.flatMap((stage) => reached.find((one) => one.stage === stage) ?? []);
}
