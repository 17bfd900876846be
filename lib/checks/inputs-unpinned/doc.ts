import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "No revision is written into flake.nix",
  why: "flake.lock pins every input already, and updates move it. A revision in flake.nix stays until a person changes it, and no updater proposes that.",
  how: "Finds direct inputs whose reference, or whose archive URL, holds a commit.",
  limits:
    "Advice. A pin can be wanted, for example around a regression; then a waiver with its reason keeps it from being forgotten. A tag names a version and does not count.",
  remediation: "Name a branch or a version in its place, and let flake.lock hold the revision.",
};
