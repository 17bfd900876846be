import { lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, nixpkgsLocked, noFlake } from "../testing/small-files.ts";
import { inputsReproducible } from "./check.ts";

const nothing = { type: "file", url: "file:///dev/null", narHash: "sha256-x" };

export const cases: CheckCases = {
  check: inputsReproducible,
  outcomes: {
    pass: [
      { name: "a locked revision", files: { ...nixpkgsFlake, ...nixpkgsLocked(1) }, gives: { "./nixpkgs": "pass" } },
    ],
    fail: [
      { name: "a path of one machine", files: flakeOf(`inputs.a.url = "path:/home/me/a";`), gives: { "./a": "fail" } },
    ],
    unknown: [{ name: "inputs without a lock", files: nixpkgsFlake, gives: { "./nixpkgs": "unknown" } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "/dev/null, which the command line replaces",
      seenIn: "cachix/devenv and holochain/holochain",
      files: {
        ...flakeOf(`inputs.root = { url = "file+file:///dev/null"; flake = false; };`),
        "flake.lock": lockText({ root: "root_2" }, { root_2: { locked: nothing, original: nothing, flake: false } }),
      },
      gives: { "./root": "pass" },
    },
  ],
};
