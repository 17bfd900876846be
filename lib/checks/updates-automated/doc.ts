import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Updates are automated",
  why: "Inputs stay fresh where a machine proposes the update and a person only reads it.",
  how: "Looks for an update action or `nix flake update` in a workflow that a schedule starts, a `nix` entry in the Dependabot file, and Renovate with its Nix manager turned on, which it is not by default.",
  limits:
    "It does not see whether the proposals are merged, which inputs they reach, nor updaters that are set up outside of the repository or in package.json. Unknown where a schedule or Renovate uses something elsewhere that may be an updater.",
  remediation: "Add the update-flake-lock action on a weekly schedule, or a `nix` entry to .github/dependabot.yml.",
};
