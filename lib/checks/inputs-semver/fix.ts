import type { Fix } from "#lib/model/fix.ts";
import type { InputFacts } from "#lib/model/flake.ts";
import type { Policy } from "#lib/model/policy.ts";
import { branchStatus } from "../branch-status.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { findInput } from "../direct-inputs.ts";
import { inputSource, sourceIdentity } from "../input-source.ts";
import { nixInputUrl } from "../nix-text.ts";
import { pinnedRevision } from "../pinned-revision.ts";
import { flakePath } from "../subjects.ts";
import { flakesOnFlakeHub, flakesOnFlakeHubAsOf } from "./flakes-on-flakehub.ts";

/**
 * fix takes the input from FlakeHub, where its upstream is known to publish there. None for a release that nobody
 * maintains: `nixpkgs-branch-supported` moves it first, and a version of it would keep it.
 */
export function fix({ facts, policy }: CheckContext, { subject, outcome }: CheckResult): Fix | null {
  const found = outcome === "fail" ? findInput(facts, subject) : undefined;
  const url = found === undefined ? null : flakeHubUrl(found.input);
  if (found === undefined || url === null || isUnmaintained(found.input.ref?.ref, policy)) return null;
  return {
    title: `Take ${found.input.name} from FlakeHub`,
    language: "nix",
    path: flakePath(found.flake),
    text: nixInputUrl(found.input.name, url),
    note: `In place of the URL that stands there. Published under this name as of ${flakesOnFlakeHubAsOf}.`,
  };
}

function isUnmaintained(branch: unknown, { branchStatuses }: Policy): boolean {
  return typeof branch === "string" && branchStatus(branch, branchStatuses) === "unmaintained";
}

/** None for a pinned revision, which somebody wants as it is, nor for a branch of which FlakeHub has no releases. */
function flakeHubUrl(input: InputFacts): string | null {
  const source = inputSource(input);
  if (source?.host !== "github" || input.ref === null) return null;
  const flake = flakesOnFlakeHub.get(sourceIdentity(source));
  if (flake === undefined || input.ref.dir !== undefined || pinnedRevision(input.ref) !== undefined) return null;
  const range = flake.hasReleases ? releaseRange(input.ref.ref) : input.ref.ref === undefined ? flake.range : null;
  return range === null ? null : `https://flakehub.com/f/${flake.name}/${range}`;
}

// What 0.1 is made from, and what comes nearest to it.
const developmentBranches: readonly unknown[] = [undefined, "nixos-unstable", "nixpkgs-unstable"];

function releaseRange(branch: unknown): string | null {
  if (developmentBranches.includes(branch)) return "0.1";
  const [, year, month] = /^(?:nixos|release)-(\d\d)\.(\d\d)$/.exec(String(branch)) ?? [];
  return year === undefined || month === undefined ? null : `0.${year}${month}`;
}
