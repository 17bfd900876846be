import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "The repository has a flake",
  why: "A flake gives everybody who clones the repository the same tools at the same versions, and lets other repositories build on it. Everything else that Flakeboard measures begins here.",
  how: "Looks for flake.nix in every folder. A flake below a folder called template, example, test or the like does not count. Other uses of Nix are shown apart.",
  limits: "It does not evaluate the flake. Whether Nix accepts what it says is a check of its own.",
  remediation:
    "Start with a development shell: run `nix flake init`, name the tools that the team installs by hand today, and commit flake.nix together with flake.lock.",
};
