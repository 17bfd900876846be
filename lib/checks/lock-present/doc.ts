import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "flake.lock is committed",
  why: "Without flake.lock every clone resolves the inputs anew, and two people who build the same commit may get different results.",
  how: "Looks for flake.lock beside every flake.nix that has inputs from outside the repository.",
  limits:
    "A flake needs no lock for folders of its own repository, nor for what only follows another input. Whether the lock agrees with flake.nix is not asked here.",
  remediation:
    "Run `nix flake lock` in the folder of the flake and commit flake.lock. Check that .gitignore does not name it.",
};
