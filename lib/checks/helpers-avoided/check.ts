import type { FlakeRefAttributes, InputFacts } from "#lib/model/flake.ts";
import type { Check } from "../check.ts";
import { hasUnclearInputs } from "../direct-inputs.ts";
import { flakePath, flakeSubject, mainFlakes, withoutFlake } from "../subjects.ts";
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
      const unclear = flake.inputs.find(isUnclear);
      if (unclear !== undefined) {
        const summary = `where ${unclear.name} points cannot be told`;
        return { subject, outcome: "unknown", summary, evidence: [unclear.evidence] };
      }
      if (hasUnclearInputs(flake)) {
        const path = flakePath(flake);
        return { subject, outcome: "unknown", summary: `${path} cannot be read in full`, evidence: [{ path }] };
      }
      return { subject, outcome: "pass", summary: "no helper library among the direct inputs", evidence: [] };
    });
  },
};

/** Neither flake.nix nor flake.lock says where it points; a bare name means what the registry of the day says. */
function isUnclear({ follows, ref, locked }: InputFacts): boolean {
  return follows === null && locked === null && (ref === null || ref.type === "indirect");
}

/** `owner/repository` in lower case, from the lock when the reference itself does not say. */
function identityOf(input: InputFacts): string | undefined {
  if (input.follows !== null) return undefined;
  return identityOfRef(input.ref) ?? identityOfRef(input.locked?.attributes ?? null);
}

// Releases of FlakeHub, and repositories and archives of a forge, over HTTPS or SSH.
const urlPatterns = [
  /^https:\/\/(?:api\.)?flakehub\.com\/f\/(?:pinned\/)?([^/]+)\/([^/]+)\//,
  /^(?:https|ssh):\/\/(?:git@)?(?:github|gitlab)\.com\/([^/]+)\/([^/?]+?)(?:\.git)?(?:[/?]|$)/,
];

function identityOfRef(ref: FlakeRefAttributes | null): string | undefined {
  if (ref === null) return undefined;
  const { owner, repo, url } = ref;
  if (typeof owner === "string" && typeof repo === "string") return `${owner}/${repo}`.toLowerCase();
  if (typeof url !== "string") return undefined;
  const found = urlPatterns.map((pattern) => pattern.exec(url)).find((match) => match !== null);
  return found === undefined ? undefined : `${found[1]}/${found[2]}`.toLowerCase();
}
