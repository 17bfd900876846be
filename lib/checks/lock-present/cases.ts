import { lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, noFlake } from "../testing/small-files.ts";
import { lockPresent } from "./check.ts";

export const cases: CheckCases = {
  check: lockPresent,
  outcomes: {
    pass: [{ name: "a lock beside the flake", files: { ...nixpkgsFlake, "flake.lock": lockText({}, {}) } }],
    fail: [{ name: "inputs and no lock", files: nixpkgsFlake }],
    unknown: [{ name: "a lock that may be among paths that are missing", files: nixpkgsFlake, isComplete: false }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a flake that takes nothing but the folder above it",
      seenIn: "cachix/git-hooks.nix, which tests itself so",
      files: { "dev/flake.nix": flakeOf(`inputs.main.url = "path:..";`)["flake.nix"] },
      gives: { "./dev": "not-applicable" },
    },
  ],
};
