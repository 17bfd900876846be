import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Nixpkgs comes from a branch that is maintained",
  why: "A release of Nixpkgs gets security fixes for about seven months. After that an update of the lock brings nothing, however often it runs.",
  how: "Finds the branch that every direct Nixpkgs input asks for, also in the URL of a channel and in the version of FlakeHub, and looks it up in a dated list of branches. A release that is older than the list has ended.",
  limits:
    "The list is of the day that the result names; an organization can change it. The branch of a pinned revision, of a fork and of what a registry decides cannot be told. `master` is maintained, but it is no channel: nothing has tested or built what it holds.",
  remediation:
    "Take the newest stable branch, or a rolling one, in flake.nix; run `nix flake update nixpkgs` and build.",
};
