import { known, type Observed, unknown } from "#lib/model/observed.ts";
import type { PublisherKind, PublishingFact } from "#lib/model/publishing-facts.ts";
import { type FactFamily, unreadReason } from "./snapshot-files.ts";
import { isWorkflowPath, type WorkflowStep } from "./workflow.ts";
import { readWorkflows } from "./workflows.ts";

const publishers: ReadonlyMap<string, PublisherKind> = new Map([
  ["determinatesystems/flakehub-push", "flakehub-push"],
  ["flakestry/flakestry-publish", "flakestry"],
  ["determinatesystems/ci/.github/workflows/workflow.yml", "determinate-ci"],
]);

/**
 * publishing observes where workflows publish a flake: flakehub-push, flakestry, and the whole workflow of Determinate
 * when it is told a visibility. Unknown where none was found and a workflow could not be read.
 */
export const publishing: FactFamily<Observed<readonly PublishingFact[]>> = {
  wants: (path) => (isWorkflowPath(path) ? "needed" : "none"),

  extract(files) {
    const { workflows, unreadable } = readWorkflows(files);
    const facts = workflows.flatMap(({ path, steps }) =>
      steps.flatMap((step) => {
        const kind = step.uses === null ? undefined : publishers.get(step.uses);
        if (kind === undefined || (kind === "determinate-ci" && !step.with.has("visibility"))) return [];
        return [publishingFact(kind, step, path)];
      }),
    );
    const reason = unreadReason(files, unreadable.length > 0);
    return facts.length > 0 || reason === null ? known(facts) : unknown(reason);
  },
};

function publishingFact(kind: PublisherKind, step: WorkflowStep, path: string): PublishingFact {
  const visibility = step.with.get("visibility");
  const directory = step.with.get("directory") ?? "";
  return {
    kind,
    // flakestry.dev publishes for everybody.
    visibility: kind === "flakestry" ? "public" : isVisibility(visibility) ? visibility : null,
    style: styleOf(kind, step),
    name: literal(step.with.get("name")),
    directory: directory.includes("${{") ? null : directory.replace(/^\.?\/+|\/+$/g, "") || ".",
    evidence: { path, line: step.line },
  };
}

/** flakehub-push publishes the tag that it is given unless `rolling` is set. */
function styleOf(kind: PublisherKind, step: WorkflowStep): PublishingFact["style"] {
  if (kind === "flakestry") return "tagged";
  const rolling = step.with.get("rolling");
  if (rolling === "true") return "rolling";
  if (kind === "determinate-ci" || rolling?.includes("${{") === true) return null;
  return "tagged";
}

function isVisibility(text: string | undefined): text is "public" | "unlisted" | "private" {
  return text === "public" || text === "unlisted" || text === "private";
}

function literal(text: string | undefined): string | null {
  return text === undefined || text === "" || text.includes("${{") ? null : text;
}
