import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Continuous integration builds the flake",
  why: "What is not built on every change breaks unseen, and whoever enters the development shell next finds it.",
  how: "Looks for a step that builds, checks or enters the flake in the workflows, for Determinate's whole workflow, for the files of garnix, omnix, buildbot-nix, Hydra and GitLab, and for outputs that Hydra and Hercules build.",
  limits:
    "Scripts are not read: where Nix is installed and a script runs, or a workflow comes from elsewhere, it is unknown. Services that are set up outside of the repository are not seen.",
  remediation: "Add a workflow that installs Nix and runs `nix flake check`.",
};
