import { caching } from "./caches.ts";
import { envrcFlake } from "./envrc-flake.ts";
import { flakeCheckerUse } from "./flake-checker-use.ts";
import { flakes } from "./flakes.ts";
import { integration } from "./integration.ts";
import { knowledge } from "./knowledge.ts";
import { nixActions } from "./nix-actions.ts";
import { nonFlake } from "./non-flake.ts";
import { ownershipClaims } from "./ownership-claims.ts";
import { publishing } from "./publishing.ts";
import { repositorySettings } from "./repository-settings.ts";
import { secrets } from "./secrets.ts";
import type { FactFamily } from "./snapshot-files.ts";
import { updateAutomation } from "./update-automation.ts";

/** families are all kinds of observation. What each finds has its place in `extractFacts`. */
export const families: readonly FactFamily<unknown>[] = [
  flakes,
  nonFlake,
  updateAutomation,
  caching,
  envrcFlake,
  flakeCheckerUse,
  integration,
  knowledge,
  nixActions,
  publishing,
  secrets,
  ownershipClaims,
  repositorySettings,
];
