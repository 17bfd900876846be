import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Inputs ask for a version",
  why: "A flake that is taken from a branch has no semantic version, so an update brings whatever the branch holds that day. A version range says how much change is welcome and makes updates granular.",
  how: "Passes for an input from FlakeHub with a version range, and for one whose reference or archive names a version.",
  limits:
    "Advice, not a rule. Not every upstream publishes versions; whether this one does cannot be seen in the repository.",
  remediation:
    "Take the input from FlakeHub, for example `https://flakehub.com/f/NixOS/nixpkgs/0.1`. `fh convert --dry-run` shows what can be changed.",
};
