import { factsVersion, type RepositoryFacts } from "#lib/model/facts.ts";
import { type StageReached, stages } from "#lib/model/stage.ts";
import { caches } from "./caches.ts";
import { flakes } from "./flakes.ts";
import { nonFlake } from "./non-flake.ts";
import { outputStages } from "./output-stages.ts";
import { ownershipClaims } from "./ownership-claims.ts";
import type { SnapshotFiles } from "./snapshot-files.ts";
import { stagesReached } from "./stages-reached.ts";
import { updateAutomation } from "./update-automation.ts";

const families = [flakes, nonFlake, updateAutomation, caches, ownershipClaims, stagesReached] as const;

/** wantsFile says whether any fact family reads the file at `path`. */
export function wantsFile(path: string): boolean {
  return families.some((family) => family.wants(path));
}

/** extractFacts observes everything in one repository at one commit. Pure, and total for any content. */
export function extractFacts(files: SnapshotFiles): RepositoryFacts {
  const found = flakes.extract(files);
  return {
    version: factsVersion,
    isComplete: files.isComplete,
    flakes: found,
    nonFlake: nonFlake.extract(files),
    updateAutomation: updateAutomation.extract(files),
    caches: caches.extract(files),
    stages: firstOfEach([...outputStages(found), ...stagesReached.extract(files)]),
    ownershipClaims: ownershipClaims.extract(files),
  };
}

/** One line a stage, in the order of the gradual approach: the first place that shows it. */
function firstOfEach(reached: readonly StageReached[]): readonly StageReached[] {
  return stages.flatMap((stage) => reached.find((one) => one.stage === stage) ?? []);
}
