import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "The configuration of flakes is not accepted unseen",
  why: "nixConfig of a flake can name caches, keys and hooks. Nix asks before it takes them over; accept-flake-config answers yes for every flake, also for one that a pull request changed.",
  how: "Looks for accept-flake-config in nixConfig, nix.conf, modules, and in the settings and commands of workflows.",
  limits: "What machines are told outside the repository, and what actions from elsewhere set, is not seen.",
  remediation:
    "Drop accept-flake-config, and name the caches and keys that are trusted where Nix is installed: in extra-conf of the action, in nix.settings of the machine.",
};
