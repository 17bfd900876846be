import { caching } from "./caches.ts";
import { flakes } from "./flakes.ts";
import { nonFlake } from "./non-flake.ts";
import { ownershipClaims } from "./ownership-claims.ts";
import { repositorySettings } from "./repository-settings.ts";
import type { FactFamily } from "./snapshot-files.ts";
import { stagesReached } from "./stages-reached.ts";
import { updateAutomation } from "./update-automation.ts";

/** families are all kinds of observation. What each finds has its place in `extractFacts`. */
export const families: readonly FactFamily<unknown>[] = [
  flakes,
  nonFlake,
  updateAutomation,
  caching,
  stagesReached,
  ownershipClaims,
  repositorySettings,
];
