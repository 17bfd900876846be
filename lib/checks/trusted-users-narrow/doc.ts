import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Only administrators are trusted users of Nix",
  why: "A trusted user of Nix can add caches and import what nobody signed, which is as much as being root. Least access means that nobody has that by accident.",
  how: "Reads trusted-users in modules, nix.conf and nixConfig. Groups that hold everybody, and the star, fail; root and the groups of administrators pass.",
  limits:
    "Whether a person or another group that is named may be root anyway cannot be seen: unknown, then. Workflows are not judged, also where an action trusts its user by default: a runner is root by sudo and gone within the hour.",
  remediation:
    "Leave trusted-users at root and the administrators, and give everybody else the caches they need through trusted-substituters.",
};
