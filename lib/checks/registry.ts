import { createHash } from "node:crypto";
import type { Theme } from "#lib/model/finding.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { AskedChecks } from "#lib/model/tally.ts";
import { cacheKeysPaired } from "./cache-keys-paired/check.ts";
import type { Check, CheckId } from "./check.ts";
import { ciBuildsFlake } from "./ci-builds-flake/check.ts";
import { containersBuiltWithNix } from "./containers-built-with-nix/check.ts";
import { entryDocumented } from "./entry-documented/check.ts";
import { flakeCheckerUsed } from "./flake-checker-used/check.ts";
import { flakeConfigUnaccepted } from "./flake-config-unaccepted/check.ts";
import { flakeDescribed } from "./flake-described/check.ts";
import { flakePresent } from "./flake-present/check.ts";
import { flakeValid } from "./flake-valid/check.ts";
import { flakesReused } from "./flakes-reused/check.ts";
import { helpersAvoided } from "./helpers-avoided/check.ts";
import { helpersMaintained } from "./helpers-maintained/check.ts";
import { inputsExplicit } from "./inputs-explicit/check.ts";
import { inputsFresh } from "./inputs-fresh/check.ts";
import { inputsReproducible } from "./inputs-reproducible/check.ts";
import { inputsSemver } from "./inputs-semver/check.ts";
import { inputsUnpinned } from "./inputs-unpinned/check.ts";
import { inputsUsed } from "./inputs-used/check.ts";
import { keyFilesUnread } from "./key-files-unread/check.ts";
import { lockInSync } from "./lock-in-sync/check.ts";
import { lockPresent } from "./lock-present/check.ts";
import { lockValid } from "./lock-valid/check.ts";
import { nixActionsPinned } from "./nix-actions-pinned/check.ts";
import { nixpkgsBranchSupported } from "./nixpkgs-branch-supported/check.ts";
import { nixpkgsSingle } from "./nixpkgs-single/check.ts";
import { nixpkgsUpstream } from "./nixpkgs-upstream/check.ts";
import { nonFlakeConverted } from "./non-flake-converted/check.ts";
import { privateCacheUsed } from "./private-cache-used/check.ts";
import { publicCachesAvoided } from "./public-caches-avoided/check.ts";
import { releasesPublished } from "./releases-published/check.ts";
import { sandboxKept } from "./sandbox-kept/check.ts";
import { secretsAbsent } from "./secrets-absent/check.ts";
import { secretsManaged } from "./secrets-managed/check.ts";
import { settingsReadable } from "./settings-readable/check.ts";
import { trustedUsersNarrow } from "./trusted-users-narrow/check.ts";
import { updatesAutomated } from "./updates-automated/check.ts";
import { updatesChecked } from "./updates-checked/check.ts";
import { updatesReachInputs } from "./updates-reach-inputs/check.ts";
import { versionsBounded } from "./versions-bounded/check.ts";
import { visibilityLimited } from "./visibility-limited/check.ts";

/** checks are all checks, in the order in which pages list them. Each has a folder of its own name. */
export const checks: readonly Check[] = [
  flakePresent,
  flakeValid,
  lockPresent,
  lockValid,
  lockInSync,
  flakeDescribed,
  inputsExplicit,
  inputsReproducible,
  settingsReadable,
  nonFlakeConverted,
  ciBuildsFlake,
  containersBuiltWithNix,
  inputsFresh,
  nixpkgsBranchSupported,
  nixpkgsUpstream,
  inputsUnpinned,
  inputsSemver,
  versionsBounded,
  releasesPublished,
  flakesReused,
  helpersAvoided,
  helpersMaintained,
  nixpkgsSingle,
  inputsUsed,
  updatesAutomated,
  updatesReachInputs,
  updatesChecked,
  flakeCheckerUsed,
  nixActionsPinned,
  privateCacheUsed,
  publicCachesAvoided,
  cacheKeysPaired,
  flakeConfigUnaccepted,
  trustedUsersNarrow,
  sandboxKept,
  visibilityLimited,
  secretsAbsent,
  secretsManaged,
  keyFilesUnread,
  entryDocumented,
];

const checksById = new Map(checks.map((check) => [check.id, check]));

/** findCheck is the check of an id, or undefined for one that no longer exists. */
export function findCheck(id: CheckId): Check | undefined {
  return checksById.get(id);
}

/** themeOf is the theme of a check, or null for one that no longer exists. */
export function themeOf(id: CheckId): Theme | null {
  return checksById.get(id)?.theme ?? null;
}

/** askedChecks are the checks that a policy asks: whatever judges a repository under it asks all of them. */
export function askedChecks({ checksOff }: Pick<Policy, "checksOff">): AskedChecks {
  const ids = checks.map(({ id }) => id).filter((id) => !checksOff.includes(id));
  return {
    ids,
    askedBy: createHash("sha256")
      .update([...ids].sort().join(" "))
      .digest("hex")
      .slice(0, 12),
  };
}
