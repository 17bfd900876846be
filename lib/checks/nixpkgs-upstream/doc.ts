import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Nixpkgs is not a fork",
  why: "Security fixes reach a fork only when somebody brings them over, and what it builds is in no cache.",
  how: "Compares the owner of every direct Nixpkgs input, on GitHub or FlakeHub, with the owners that count as upstream, which an organization can change. Channels of nixos.org are upstream.",
  limits:
    "A fork can be wanted, and well kept. What lies on another forge may be a mirror of Nixpkgs and is unknown. A fork under another name than nixpkgs is not seen as one.",
  remediation:
    "Take Nixpkgs itself, and bring changes of your own in by an overlay or by `applyPatches`; or add the owner of the fork to the organization's policy.",
};
