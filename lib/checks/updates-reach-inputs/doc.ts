import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Updates reach every input",
  why: "An automation that leaves some inputs out looks like care and lets those grow old unseen.",
  how: "For every direct input it asks each automation that the repository has set up: whether the flake's folder and the input are among those it names, and whether it can update that kind of input. `nix flake update` reaches everything; Dependabot and Renovate reach branches of forges and channels, but no release of FlakeHub, and Renovate no input of the registry unless it maintains lock files.",
  limits:
    "Folders named by a pattern, and what a hand-made workflow updates, cannot be told. What the automations can do is as of August 2026.",
  remediation:
    "Add the update-flake-lock action for the flake in question, or turn on lock file maintenance where Renovate is used.",
};
