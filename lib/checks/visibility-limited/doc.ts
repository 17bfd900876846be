import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "A flake is published no further than its repository is seen",
  why: "Least access: flakes stay private unless they are meant for everybody. A release that is public shows the whole source of the flake, whoever may see the repository.",
  how: "Compares the visibility of the repository with the one that flakehub-push, the workflow of Determinate or flakestry publishes with. Unlisted releases count as open: whoever knows the name can read them.",
  limits:
    "A public repository is taken as public by intent and not judged. A visibility that the workflow computes, and publishing by hand, cannot be seen.",
  remediation: "Publish with visibility: private, or make the repository public if that is what is meant.",
};
