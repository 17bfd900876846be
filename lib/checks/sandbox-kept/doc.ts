import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "The sandbox, signatures and encryption are kept",
  why: "The sandbox keeps builds from seeing the machine and the network, signatures keep strangers from serving binaries, and encryption keeps the way private. Without them what is built is no longer what was written.",
  how: "Looks in nixConfig, nix.conf, modules and workflows for a sandbox that is off or relaxed, for require-sigs = false, for caches with trusted=true, and for caches that are asked over http.",
  limits:
    "On macOS the sandbox is off by default; files whose path names Darwin or macOS are not held to it. A cache on the same machine may be asked over http. What a machine is told outside the repository is not seen.",
  remediation:
    "Remove the setting. For the one build that needs it, set __noChroot on that derivation with a relaxed sandbox on one builder, or make its inputs fixed-output derivations; sign what the own cache serves and put TLS before it.",
};
