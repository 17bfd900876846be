import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Actions around Nix are pinned",
  why: "The action that installs Nix builds everything else and sees its tokens; a branch or a tag of it can be moved by whoever owns it.",
  how: "Looks at what follows the `@` where a workflow uses an action that installs Nix, caches or publishes with it: a full commit is pinned, a branch or a tag is not.",
  limits:
    "Whether the commit is a good one is not judged. The documentation of some of these actions shows branches and tags.",
  remediation:
    "Use the full commit, with the tag in a comment behind it; Dependabot's `github-actions` keeps both fresh.",
};
