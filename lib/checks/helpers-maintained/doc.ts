import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Helper libraries are maintained",
  why: "A framework that nobody maintains shapes every output of a flake and breaks with some later Nixpkgs, when nobody is there to mend it.",
  how: "Compares the owner and name of every direct input with a dated list of helper libraries whose own pages say that they are no longer maintained.",
  limits:
    "The list is of the day that the result names; an organization can change it. Other libraries may be abandoned without saying so.",
  remediation:
    "Move to plain Nix (`nixpkgs.lib.genAttrs` over the systems goes a long way), or to a library that is looked after.",
};
