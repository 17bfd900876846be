import type { Outcome } from "#lib/model/finding.ts";
import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import type { Check } from "../check.ts";
import { withoutInputs } from "../direct-inputs.ts";
import { inputSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** inputsReproducible: every direct input can be fetched again, by anybody, as it was locked. */
export const inputsReproducible: Check = {
  id: "inputs-reproducible",
  version: 2,
  theme: "adoption",
  severity: "warning",
  stage: null,
  words,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    const inputs = flakes.flatMap((flake) => inputsFromElsewhere(flake).map((input) => ({ flake, input })));
    if (inputs.length === 0) return [withoutInputs(facts)];
    return inputs.map(({ flake, input }) => ({
      subject: inputSubject(flake, input),
      ...judge(input),
      evidence: [input.evidence],
    }));
  },
};

/** A relative path is part of the repository itself. */
function inputsFromElsewhere(flake: FlakeFacts): readonly InputFacts[] {
  return flake.inputs.filter(
    (input) => input.follows === null && (input.ref?.type !== "path" || localPlace(input.ref) !== undefined),
  );
}

interface Verdict {
  readonly outcome: Outcome;
  readonly summary: string;
}

function judge({ name, ref, node, locked }: InputFacts): Verdict {
  const place = localPlace(ref) ?? localPlace(locked?.attributes ?? null);
  if (place !== undefined) return { outcome: "fail", summary: `${name} is ${place}, which only one machine has` };
  if (!node.known) return { outcome: "unknown", summary: `${name} is not locked` };
  if (locked === null) return { outcome: "unknown", summary: `what ${name} is locked to cannot be told` };
  const { type, rev } = locked.attributes;
  if (typeof rev === "string") return { outcome: "pass", summary: `${name} is locked to a revision` };
  return revisionTypes.has(type)
    ? { outcome: "fail", summary: `${name} is locked without a revision` }
    : { outcome: "pass", summary: `${name} is locked to a hash` };
}

// Archives and files have no revision of their own; their hash says what they were.
const revisionTypes: ReadonlySet<unknown> = new Set(["git", "github", "gitlab", "hg", "sourcehut"]);

/** The empty file that every machine has; it stands for an input that is given on the command line. */
const emptyFile = "/dev/null";

/** A path of the whole machine, or a repository on its disk. A relative path lies in the repository. */
function localPlace(ref: InputFacts["ref"]): string | undefined {
  const { type, path, url } = ref ?? {};
  if (type === "path" && typeof path === "string") {
    return path.startsWith("/") && path !== emptyFile ? "an absolute path" : undefined;
  }
  return typeof url === "string" && /^file:\/+/.test(url) && url.replace(/^file:\/*/, "/") !== emptyFile
    ? "a file URL"
    : undefined;
}
