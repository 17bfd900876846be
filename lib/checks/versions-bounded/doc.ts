import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Version ranges have an end",
  why: "`*` takes the highest version that there is, breaking changes included. Then a version says no more than a branch does.",
  how: "Reads the version range of every direct input from FlakeHub, and asks whether it would take a version of any size.",
  limits:
    "Advice. flake.lock holds one release all the same until the next update. Only inputs with a range are judged.",
  remediation:
    "Write the range that you mean, for example `0.1` for Nixpkgs unstable or `1` for the releases that are compatible with 1.0.",
};
