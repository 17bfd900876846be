import type { FlakeFacts, FlakeRefAttributes, InputFacts } from "#lib/model/flake.ts";
import type { Check } from "../check.ts";
import { flakeSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** helpersAvoided: no flake takes a helper library as a direct input. */
export const helpersAvoided: Check = {
  id: "helpers-avoided",
  version: 1,
  theme: "lean-inputs",
  severity: "advice",
  stage: null,
  words,

  evaluate({ facts, policy }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    return flakes.map((flake) => {
      const subject = flakeSubject(flake);
      const helpers = flake.inputs.filter((input) => policy.helperLibraries.includes(identityOf(input) ?? ""));
      if (helpers.length > 0) {
        const names = helpers.map((input) => input.name).join(", ");
        const evidence = helpers.map((input) => input.evidence);
        return {
          subject,
          outcome: "fail",
          summary: `${names} only ${helpers.length === 1 ? "shapes" : "shape"} outputs`,
          evidence,
        };
      }
      const unclear = unclearInput(flake);
      return unclear === undefined
        ? { subject, outcome: "pass", summary: "no helper library among the direct inputs", evidence: [] }
        : {
            subject,
            outcome: "unknown",
            summary: `where ${unclear.name} points cannot be told`,
            evidence: [unclear.evidence],
          };
    });
  },
};

function unclearInput(flake: FlakeFacts): InputFacts | undefined {
  return flake.inputs.find((input) => input.follows === null && input.ref === null);
}

/** `owner/repository` in lower case, from the lock when the reference itself is only a registry name. */
function identityOf(input: InputFacts): string | undefined {
  if (input.follows !== null) return undefined;
  return identityOfRef(input.ref) ?? identityOfRef(input.locked?.attributes ?? null);
}

function identityOfRef(ref: FlakeRefAttributes | null): string | undefined {
  if (ref === null) return undefined;
  if (typeof ref.owner === "string" && typeof ref.repo === "string") return `${ref.owner}/${ref.repo}`.toLowerCase();
  if (typeof ref.url !== "string") return undefined;
  const published = /^https:\/\/(?:api\.)?flakehub\.com\/f\/(?:pinned\/)?([^/]+)\/([^/]+)\//.exec(ref.url);
  return published === null ? undefined : `${published[1]}/${published[2]}`.toLowerCase();
}
