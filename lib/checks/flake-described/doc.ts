import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "The flake says what it is",
  why: "`nix flake metadata`, `nix flake show` and FlakeHub show the description; it is the first thing that others read of a flake.",
  how: "Looks for a description in flake.nix that is more than white space.",
  limits: "Advice. Whether the sentence is a good one is for people to say.",
  remediation: "Add `description` with one sentence to flake.nix.",
};
