import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "flake-checker looks at Nixpkgs",
  why: "It says on every change when Nixpkgs is more than 30 days old, off a supported branch, or not upstream.",
  how: "Looks for the flake-checker action and command in workflows, justfile and Makefile, and for its hook of git-hooks.nix.",
  limits:
    "It looks at the root inputs of certain names only, and takes what it cannot assess for clean; this repository's page shows its verdict beside ours. Other scripts are not read.",
  remediation: "Add the flake-checker action to a workflow. It warns only; `fail-mode` makes it fail.",
};
