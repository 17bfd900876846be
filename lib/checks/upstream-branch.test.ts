import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#lib/model/policy.ts";
import { upstreamBranchStatus } from "./upstream-branch.ts";

describe("upstreamBranchStatus", () => {
  it.each([
    ["github:nixos/nixpkgs", "nixos-unstable", "rolling"],
    ["github:nixos/nixpkgs", "nixos-24.11", "unmaintained"],
    ["github:nixos/nixpkgs", null, "rolling"],
    ["github:nixos/nixpkgs", "some-feature", "unknown"],
    ["flakehub:nixos/nixpkgs", "0.2505.*", "unmaintained"],
    ["flakehub:nixos/nixpkgs", "*", "unknown"],
    ["tarball:nixos.org/channels/nixos-25.11/nixexprs.tar.xz", null, "unmaintained"],
    ["indirect:nixpkgs", null, "unknown"],
  ] as const)("says of %s at %s that it is %s", (upstream, ref, status) => {
    expect(upstreamBranchStatus(upstream, ref, defaultPolicy.branchStatuses)).toBe(status);
  });
});
