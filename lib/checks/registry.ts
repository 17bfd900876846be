import { cacheKeysPaired } from "./cache-keys-paired/check.ts";
import type { Check, CheckId } from "./check.ts";
import { flakeConfigUnaccepted } from "./flake-config-unaccepted/check.ts";
import { flakePresent } from "./flake-present/check.ts";
import { flakeValid } from "./flake-valid/check.ts";
import { helpersAvoided } from "./helpers-avoided/check.ts";
import { inputsFresh } from "./inputs-fresh/check.ts";
import { inputsSemver } from "./inputs-semver/check.ts";
import { lockPresent } from "./lock-present/check.ts";
import { lockValid } from "./lock-valid/check.ts";
import { nixpkgsSingle } from "./nixpkgs-single/check.ts";
import { privateCacheUsed } from "./private-cache-used/check.ts";
import { publicCachesAvoided } from "./public-caches-avoided/check.ts";
import { sandboxKept } from "./sandbox-kept/check.ts";
import { trustedUsersNarrow } from "./trusted-users-narrow/check.ts";
import { updatesAutomated } from "./updates-automated/check.ts";
import { visibilityLimited } from "./visibility-limited/check.ts";

/** checks are all checks, in the order in which pages list them. Each has a folder of its own name. */
export const checks: readonly Check[] = [
  flakePresent,
  flakeValid,
  lockPresent,
  lockValid,
  inputsFresh,
  inputsSemver,
  helpersAvoided,
  nixpkgsSingle,
  updatesAutomated,
  privateCacheUsed,
  publicCachesAvoided,
  cacheKeysPaired,
  flakeConfigUnaccepted,
  trustedUsersNarrow,
  sandboxKept,
  visibilityLimited,
];

const checksById = new Map(checks.map((check) => [check.id, check]));

/** findCheck is the check of an id, or undefined for one that no longer exists. */
export function findCheck(id: CheckId): Check | undefined {
  return checksById.get(id);
}
