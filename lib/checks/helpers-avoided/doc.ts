import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "No helper library among the inputs",
  why: "Every input of a flake is an input of everybody who depends on it. A library that only shapes outputs, such as flake-utils or flake-parts, can often be replaced by a few lines of Nix.",
  how: "Compares the owner and name of every direct input with a list of helper libraries, which an organization can change. The result says so when a library serves only to go through systems.",
  limits:
    "Advice, not an error: the libraries are well made, and a flake that truly needs one should use it. Libraries that come in through other inputs do not count; the owner of the repository cannot remove them.",
  remediation:
    "Where the library only iterates over systems, replace it by `nixpkgs.lib.genAttrs` over the list of systems that the flake supports.",
};
