import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Nix accepts flake.lock",
  why: "A lock that Nix cannot read stops everybody who uses the flake, and its inputs cannot be judged.",
  how: "Reads flake.lock as Nix does: JSON of version 5 to 7 whose edges lead to nodes that exist.",
  limits: "It does not fetch anything, so it cannot tell whether a locked revision still exists.",
  remediation:
    "Take flake.lock from the last good commit, or delete it and run `nix flake lock`. A merge conflict that was committed is the usual cause.",
};
