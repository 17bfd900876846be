import { factsVersion, type RepositoryFacts } from "#lib/model/facts.ts";
import { caching } from "./caches.ts";
import { envrcFlake } from "./envrc-flake.ts";
import { flakeCheckerUse } from "./flake-checker-use.ts";
import { flakes } from "./flakes.ts";
import { integration } from "./integration.ts";
import { knowledge } from "./knowledge.ts";
import { nixActions } from "./nix-actions.ts";
import { nixFilesRead } from "./nix-files-read.ts";
import { nonFlake } from "./non-flake.ts";
import { ownershipClaims } from "./ownership-claims.ts";
import { publishing } from "./publishing.ts";
import { repositorySettings } from "./repository-settings.ts";
import { secrets } from "./secrets.ts";
import type { SnapshotFiles } from "./snapshot-files.ts";
import { stagesReached } from "./stages-reached.ts";
import { updateAutomation } from "./update-automation.ts";
import { withoutExcluded } from "./without-excluded.ts";

/** extractFacts observes everything in one repository at one commit. Pure, and total for any content. */
export function extractFacts(snapshot: SnapshotFiles): RepositoryFacts {
  const settings = repositorySettings.extract(snapshot);
  const files = withoutExcluded(snapshot, settings);
  const found = flakes.extract(files);
  const integrated = integration.extract(files);
  const published = publishing.extract(files);
  return {
    version: factsVersion,
    isComplete: files.isComplete,
    nixFiles: nixFilesRead(files),
    flakes: found,
    nonFlake: nonFlake.extract(files),
    updateAutomation: updateAutomation.extract(files),
    flakeChecker: flakeCheckerUse.extract(files),
    nixActions: nixActions.extract(files),
    integration: integrated,
    publishing: published,
    caching: caching.extract(files),
    secrets: secrets.extract(files),
    knowledge: knowledge.extract(files),
    stages: stagesReached({
      flakes: found,
      envrcFlake: envrcFlake.extract(files),
      integration: integrated,
      publishing: published,
    }),
    ownershipClaims: ownershipClaims.extract(files),
    settings,
  };
}
