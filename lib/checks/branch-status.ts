import type { BranchStatus, BranchStatuses } from "#lib/model/policy.ts";

const releaseBranch = /^(nixos|nixpkgs|release)-(\d\d\.\d\d)(?:-(?:small|darwin|aarch64))?$/;

/**
 * branchStatus is where a branch of Nixpkgs is in its life, by a dated list. `release-YY.MM`, from which the channel of
 * a release is made, has the status of that channel. A release that is older than all of the list is unmaintained, for
 * releases end in the order in which they came out.
 *
 * @returns undefined for a branch of which the list says nothing.
 */
export function branchStatus(branch: string, { statuses }: BranchStatuses): BranchStatus | undefined {
  if (Object.hasOwn(statuses, branch)) return statuses[branch];
  const [, family, release] = releaseBranch.exec(branch) ?? [];
  if (release === undefined) return undefined;
  const channel = `nixos-${release}`;
  if (family === "release" && Object.hasOwn(statuses, channel)) return statuses[channel];
  const releases = Object.keys(statuses).flatMap((name) => releaseBranch.exec(name)?.[2] ?? []);
  return releases.length > 0 && releases.every((listed) => release < listed) ? "unmaintained" : undefined;
}

/**
 * supportedSuccessor is the newest stable branch of the same kind: `nixos-26.05-small` for `nixos-25.05-small`,
 * `nixos-26.05` for `release-25.05`.
 *
 * @returns undefined when the list has none.
 */
export function supportedSuccessor(branch: string, { statuses }: BranchStatuses): string | undefined {
  const release = releaseBranch.exec(branch)?.[2];
  if (release === undefined) return undefined;
  const [before, after] = branch.replace(/^release-/, "nixos-").split(release);
  const isSuccessor = (name: string) =>
    statuses[name] === "stable" && name === `${before}${releaseBranch.exec(name)?.[2]}${after}`;
  return Object.keys(statuses).filter(isSuccessor).sort().at(-1);
}
