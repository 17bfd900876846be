import { factsVersion, type RepositoryFacts } from "#lib/model/facts.ts";
import { unknown } from "#lib/model/observed.ts";
import { type StageReached, stages } from "#lib/model/stage.ts";
import { caching } from "./caches.ts";
import { flakes } from "./flakes.ts";
import { nixFilesRead } from "./nix-files-read.ts";
import { nonFlake } from "./non-flake.ts";
import { outputStages } from "./output-stages.ts";
import { ownershipClaims } from "./ownership-claims.ts";
import { repositorySettings } from "./repository-settings.ts";
import type { SnapshotFiles } from "./snapshot-files.ts";
import { stagesReached } from "./stages-reached.ts";
import { updateAutomation } from "./update-automation.ts";
import { withoutExcluded } from "./without-excluded.ts";

/** extractFacts observes everything in one repository at one commit. Pure, and total for any content. */
export function extractFacts(snapshot: SnapshotFiles): RepositoryFacts {
  const settings = repositorySettings.extract(snapshot);
  const files = withoutExcluded(snapshot, settings);
  const found = flakes.extract(files);
  return {
    version: factsVersion,
    isComplete: files.isComplete,
    nixFiles: nixFilesRead(files),
    flakes: found,
    nonFlake: nonFlake.extract(files),
    updateAutomation: updateAutomation.extract(files),
    flakeChecker: unknown("not-read"),
    nixActions: unknown("not-read"),
    integration: unknown("not-read"),
    publishing: unknown("not-read"),
    caching: caching.extract(files),
    secrets: { plaintext: unknown("not-read"), keyFileReads: unknown("not-read"), managers: [] },
    knowledge: { entries: unknown("not-read"), opportunities: [] },
    stages: firstOfEach([...outputStages(found), ...stagesReached.extract(files)]),
    ownershipClaims: ownershipClaims.extract(files),
    settings,
  };
}

/** One line a stage, in the order of the gradual approach: the first place that shows it. */
function firstOfEach(reached: readonly StageReached[]): readonly StageReached[] {
  return stages.flatMap((stage) => reached.find((one) => one.stage === stage) ?? []);
}
