import { factsVersion, type RepositoryFacts } from "#lib/model/facts.ts";
import { caches } from "./caches.ts";
import { flakes } from "./flakes.ts";
import { nonFlake } from "./non-flake.ts";
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
  return {
    version: factsVersion,
    isComplete: files.isComplete,
    flakes: flakes.extract(files),
    nonFlake: nonFlake.extract(files),
    updateAutomation: updateAutomation.extract(files),
    caches: caches.extract(files),
    stages: stagesReached.extract(files),
    ownershipClaims: ownershipClaims.extract(files),
  };
}
