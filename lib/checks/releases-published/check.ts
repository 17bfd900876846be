import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

// What others can take from a flake.
const offered: ReadonlySet<string> = new Set([
  "packages",
  "apps",
  "overlays",
  "legacyPackages",
  "lib",
  "nixosModules",
  "darwinModules",
  "homeModules",
  "homeManagerModules",
  "flakeModules",
  "templates",
]);

/** releasesPublished: a flake that offers something to others publishes releases of it. */
export const releasesPublished: Check = {
  id: "releases-published",
  version: 1,
  theme: "semver",
  severity: "advice",
  stage: "distribution",
  words,
  fix,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const { publishing } = facts;
    const [first] = publishing.places;
    if (first !== undefined) {
      const style = first.style === null ? "" : ` ${first.style}`;
      const visibility = first.visibility === null ? "" : `, ${first.visibility}`;
      const summary = `${first.kind} publishes${style} releases${visibility}`;
      return [{ subject, outcome: "pass", summary, evidence: [first.evidence] }];
    }
    const kinds = flakes.flatMap(({ outputs }) => outputs?.kinds ?? []);
    const offer = kinds.find(({ name }) => offered.has(name));
    if (offer === undefined) {
      const isClear = flakes.every(({ outputs }) => outputs?.isComplete === true);
      return isClear
        ? [{ subject, outcome: "not-applicable", summary: "the flake offers nothing that others take", evidence: [] }]
        : [{ subject, outcome: "unknown", summary: "what the flake offers cannot be seen whole", evidence: [] }];
    }
    if (publishing.unread !== null) {
      return [{ subject, outcome: "unknown", summary: unknownWords.workflows[publishing.unread], evidence: [] }];
    }
    const summary = `the flake offers ${offer.name}, and no workflow publishes releases of it`;
    return [{ subject, outcome: "fail", summary, evidence: offer.evidence === null ? [] : [offer.evidence] }];
  },
};
