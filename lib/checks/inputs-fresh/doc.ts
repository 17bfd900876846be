import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Inputs are fresh",
  why: "Small updates now and then are easy to follow. One large update after a year is an afternoon of finding out what broke what, and an old Nixpkgs lacks security fixes.",
  how: "Counts the whole days from the locked revision's date to today, for every direct input. Nixpkgs may be 30 days old, any other input 90; an organization can set other limits.",
  limits:
    "The date is that of the locked revision, not of the last update: an input whose upstream has not moved grows old without being behind, and passes only where upstream was asked. An input without a date in the lock is unknown.",
  remediation:
    "Run `nix flake update` (or `nix flake update nixpkgs` for one input), build, and commit flake.lock. Better, let a scheduled workflow propose it.",
};
