import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Flakes build on more than Nixpkgs",
  why: "Where every repository depends on Nixpkgs alone, each writes its own shells, modules and packages. A flake for each thing that has a version lets teams share them and update them one by one.",
  how: "Looks for direct inputs that are flakes of the organization itself, by their owner on GitHub or FlakeHub, then for any other flake. Nixpkgs, helper libraries and inputs that are no flakes do not count.",
  limits:
    "Advice. A repository that needs nothing but Nixpkgs is not wrong. Whether others use this repository's flakes shows on their side.",
  remediation:
    "Move what several repositories repeat (a development shell, a module, a package) into a flake of the organization, and take it as an input.",
};
