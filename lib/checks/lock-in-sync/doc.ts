import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "flake.lock holds what flake.nix declares",
  why: "Where the two disagree, Nix locks anew on every machine: people build the same commit with different inputs, and a build that may not write flake.lock stops.",
  how: "Compares the inputs of flake.nix, and what it says of their inputs, with flake.lock, as Nix does before it decides whether a locked input is kept.",
  limits:
    "What the flakes of the inputs declare themselves is not read. An input whose reference is computed cannot be compared. A flake that is made to be called with `--override-input` may never lock that input.",
  remediation: "Run `nix flake lock` in the folder of the flake and commit flake.lock together with flake.nix.",
};
