import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import type { CheckCases } from "../testing/check-cases.ts";
import { daysAgo } from "../testing/judge.ts";
import { flakeOf, nixpkgsFlake, nixpkgsLocked } from "../testing/small-files.ts";
import { lockInSync } from "./check.ts";

const systems = {
  locked: { type: "path", path: "./systems.nix", lastModified: 1 },
  original: { type: "path", path: "./systems.nix" },
  flake: false,
};

export const cases: CheckCases = {
  check: lockInSync,
  outcomes: {
    pass: [{ name: "a lock that holds what is declared", files: { ...nixpkgsFlake, ...nixpkgsLocked(1) } }],
    fail: [{ name: "a lock without the input", files: { ...nixpkgsFlake, "flake.lock": lockText({}, {}) } }],
    unknown: [{ name: "a lock that is no JSON", files: { ...nixpkgsFlake, "flake.lock": "{" } }],
    "not-applicable": [{ name: "a flake without a lock", files: nixpkgsFlake }],
  },
  odd: [
    {
      name: "an input that is a file of the repository itself",
      seenIn: "flakes that take `systems` from ./systems.nix, as nix-systems/nix-systems shows",
      files: {
        ...flakeOf(`inputs.systems = { url = "path:./systems.nix"; flake = false; };`),
        "flake.lock": lockText({ systems: "systems" }, { systems }),
        "systems.nix": `[ "x86_64-linux" ]`,
      },
      gives: { ".": "pass" },
    },
    {
      name: "an owner that is written in another case than in the lock",
      seenIn: "flakes that ask for github:nixos/nixpkgs after they asked for github:NixOS/nixpkgs",
      files: {
        ...flakeOf(`inputs.nixpkgs.url = "github:nixos/nixpkgs";`),
        "flake.lock": lockText({ nixpkgs: "n" }, { n: githubNode("NixOS", "nixpkgs", daysAgo(1)) }),
      },
      gives: { ".": "fail" },
    },
  ],
};
