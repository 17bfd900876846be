import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Inputs can be fetched again",
  why: "An input that lies on one person's disk, or is locked to a tree with changes that were never committed, builds nowhere else and never again.",
  how: "Finds direct inputs by an absolute path or a file URL, and inputs of a Git or Mercurial repository that are locked without a revision.",
  limits:
    "Whether the revision still exists upstream, and who may fetch it, is not asked. An archive or a file has no revision; its hash tells whether it is still the same.",
  remediation: "Commit and publish what the input needs, refer to it by its forge or by FlakeHub, and lock it anew.",
};
