import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** containersBuiltWithNix: where a repository with a flake makes container images, Nix builds them. */
export const containersBuiltWithNix: Check = {
  id: "containers-built-with-nix",
  version: 1,
  theme: "adoption",
  severity: "advice",
  stage: "systems",
  words,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const [image] = flakes.flatMap(({ outputs }) => outputs?.containerImages ?? []);
    if (image !== undefined) {
      return [{ subject, outcome: "pass", summary: "Nix builds a container image", evidence: [image] }];
    }
    const dockerfiles = facts.knowledge.opportunities.filter(({ kind }) => kind === "dockerfile");
    const [first] = dockerfiles;
    if (first === undefined) {
      return [{ subject, outcome: "not-applicable", summary: "there is no Dockerfile", evidence: [] }];
    }
    const isSeen =
      flakes.every(({ outputs }) => outputs?.isComplete === true) && facts.nixFiles.read === facts.nixFiles.total;
    if (!isSeen) {
      const summary = `${first.evidence.path} describes an image; whether Nix builds one as well cannot be seen whole`;
      return [{ subject, outcome: "unknown", summary, evidence: [first.evidence] }];
    }
    const more =
      dockerfiles.length === 1 ? "describes its image" : `and ${dockerfiles.length - 1} more describe images`;
    const summary = `${first.evidence.path} ${more} without Nix`;
    return [{ subject, outcome: "fail", summary, evidence: dockerfiles.map(({ evidence }) => evidence) }];
  },
};
