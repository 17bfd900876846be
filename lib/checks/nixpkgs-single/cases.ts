import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import type { CheckCases } from "../testing/check-cases.ts";
import { daysAgo } from "../testing/judge.ts";
import { nixpkgsFlake, nixpkgsLocked } from "../testing/small-files.ts";
import { nixpkgsSingle } from "./check.ts";

const nixpkgs = githubNode("NixOS", "nixpkgs", daysAgo(1));
const tool = githubNode("acme", "tool", daysAgo(1), { nixpkgs: "nixpkgs_2" });
const flake = { "flake.nix": `{ inputs.tool.url = "github:acme/tool"; outputs = { self, nixpkgs, tool }: { }; }` };

export const cases: CheckCases = {
  check: nixpkgsSingle,
  outcomes: {
    pass: [{ name: "one Nixpkgs", files: { ...nixpkgsFlake, ...nixpkgsLocked(1) } }],
    fail: [
      {
        name: "an input with a Nixpkgs of its own",
        files: {
          ...flake,
          "flake.lock": lockText({ nixpkgs: "nixpkgs", tool: "tool" }, { nixpkgs, nixpkgs_2: nixpkgs, tool }),
        },
      },
    ],
    unknown: [{ name: "a lock that is no JSON", files: { ...nixpkgsFlake, "flake.lock": "{" } }],
    "not-applicable": [{ name: "a flake without a lock", files: nixpkgsFlake }],
  },
  odd: [
    {
      name: "a node that nothing reaches any more, and the library of Nixpkgs alone",
      seenIn: "locks that were edited by hand, and those of hercules-ci/flake-parts' users",
      files: {
        ...flake,
        "flake.lock": lockText(
          { nixpkgs: "nixpkgs", lib: "lib" },
          { nixpkgs, nixpkgs_2: nixpkgs, lib: githubNode("nix-community", "nixpkgs.lib", daysAgo(1)) },
        ),
      },
      gives: { ".": "pass" },
    },
  ],
};
