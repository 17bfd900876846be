import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

// Outputs that a service builds by itself.
const integrationOutputs: ReadonlySet<string> = new Set(["hydraJobs", "herculesCI", "ciNix"]);

/** ciBuildsFlake: something builds or checks the flake on every change. */
export const ciBuildsFlake: Check = {
  id: "ci-builds-flake",
  version: 1,
  theme: "adoption",
  severity: "warning",
  stage: "continuous-integration",
  words,
  fix,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const { integration } = facts;
    const [first] = integration.known ? integration.value : [];
    if (first !== undefined) {
      const summary = `${first.by === "workflow" ? "a workflow" : first.by} builds with Nix`;
      return [{ subject, outcome: "pass", summary, evidence: [first.evidence] }];
    }
    const output = flakes
      .flatMap(({ outputs }) => outputs?.kinds ?? [])
      .find(({ name }) => integrationOutputs.has(name));
    if (output !== undefined) {
      const evidence = output.evidence === null ? [] : [output.evidence];
      return [{ subject, outcome: "pass", summary: `${output.name} says what a service builds`, evidence }];
    }
    if (!integration.known) {
      const isHidden = integration.reason === "not-read";
      const summary = isHidden
        ? "something that was not read may build it"
        : unknownWords.workflows[integration.reason];
      return [{ subject, outcome: "unknown", summary, evidence: [] }];
    }
    return [{ subject, outcome: "fail", summary: "nothing in the repository builds the flake", evidence: [] }];
  },
};
