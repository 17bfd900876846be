import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "One Nixpkgs in the lock",
  why: "Each further Nixpkgs costs a download and an evaluation of its own, and the copies grow old independently.",
  how: "Follows flake.lock from the root and counts the nodes whose source is a Nixpkgs tree, forks and channel tarballs included.",
  limits:
    "Advice. Two copies can be wanted, for example a stable and an unstable one; an upstream may also be tested with its own copy only.",
  remediation:
    'Let the inputs that bring their own copy follow yours: `inputs.NAME.inputs.nixpkgs.follows = "nixpkgs";`.',
};
