import type { BranchStatus, BranchStatuses } from "#lib/model/policy.ts";
import { branchStatus } from "./branch-status.ts";
import { type AskedRelease, nixpkgsBranch } from "./nixpkgs-branch.ts";

/**
 * upstreamBranchStatus is where a branch of a Nixpkgs upstream is in its life, by a dated list: told from the upstream
 * as `upstreamOf` writes it and the branch or version range that is asked of it.
 *
 * @returns "unknown" for a revision, a range that may be any release, a name of the registry, or a branch of which the
 * list says nothing; the default branch, master, is "rolling".
 */
export function upstreamBranchStatus(
  upstream: string,
  ref: string | null,
  statuses: BranchStatuses,
): BranchStatus | "unknown" {
  const branch = nixpkgsBranch(referenceTo(upstream, ref));
  if (branch.kind === "default" || (branch.kind === "branch" && branch.name === "master")) return "rolling";
  return branch.kind === "branch" || branch.kind === "locked"
    ? (branchStatus(branch.name, statuses) ?? "unknown")
    : "unknown";
}

/** What an input that asks for this would have: enough of a reference to tell its branch. */
function referenceTo(upstream: string, ref: string | null): AskedRelease {
  const colon = upstream.indexOf(":");
  const [type, place] = [upstream.slice(0, colon), upstream.slice(colon + 1)];
  const unversioned = { versionRange: null, resolvedVersion: null };
  switch (type) {
    case "flakehub":
      return {
        ref: { type: "tarball", url: `https://flakehub.com/f/${place}` },
        versionRange: ref,
        resolvedVersion: null,
      };
    case "tarball":
    case "file":
      return { ref: { type, url: `https://${place}` }, ...unversioned };
    case "indirect":
      return { ref: { type }, ...unversioned };
    default:
      return { ref: ref === null ? { type } : { type, ref }, ...unversioned };
  }
}
