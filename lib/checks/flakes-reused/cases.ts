import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, noFlake } from "../testing/small-files.ts";
import { flakesReused } from "./check.ts";

export const cases: CheckCases = {
  check: flakesReused,
  outcomes: {
    pass: [{ name: "a flake of the organization", files: flakeOf(`inputs.a.url = "github:acme/shells";`) }],
    fail: [{ name: "Nixpkgs only", files: nixpkgsFlake }],
    unknown: [{ name: "a name that only a registry knows", files: flakeOf(`inputs.a.url = "flake:tool";`) }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "sources that are no flakes, and a library that only shapes outputs",
      seenIn: "nix-community/emacs-overlay and configurations that take plugins of Vim as inputs",
      files: flakeOf(
        `inputs.plugin = { url = "github:acme/plugin.vim"; flake = false; }; inputs.u.url = "github:numtide/flake-utils";`,
      ),
      gives: { ".": "fail" },
    },
  ],
};
