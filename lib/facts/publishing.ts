import type { PublisherKind, PublishingFact, PublishingFacts } from "#lib/model/publishing-facts.ts";
import { holdsSteps } from "./local-actions.ts";
import { type FactFamily, unreadReason } from "./snapshot-files.ts";
import type { WorkflowStep } from "./workflow-step.ts";
import { readWorkflows } from "./workflows.ts";

const publishers: ReadonlyMap<string, PublisherKind> = new Map([
  ["determinatesystems/flakehub-push", "flakehub-push"],
  ["flakestry/flakestry-publish", "flakestry"],
  ["determinatesystems/ci/.github/workflows/workflow.yml", "determinate-ci"],
]);

/**
 * publishing observes where workflows publish a flake: flakehub-push, flakestry, and the whole workflow of Determinate
 * when it is told a visibility. A workflow that could not be read may publish as well, also beside one that does.
 */
export const publishing: FactFamily<PublishingFacts> = {
  wants: (path) => (holdsSteps(path) ? "needed" : "none"),

  extract(files) {
    const { workflows, unreadable } = readWorkflows(files);
    const places = workflows.flatMap(({ steps }) =>
      steps.flatMap((step) => {
        const kind = step.uses === null ? undefined : publishers.get(step.uses);
        if (kind === undefined || (kind === "determinate-ci" && !step.with.has("visibility"))) return [];
        return [publishingFact(kind, step)];
      }),
    );
    return { places, unread: unreadReason(files, unreadable.length > 0) };
  },
};

function publishingFact(kind: PublisherKind, step: WorkflowStep): PublishingFact {
  const visibility = step.with.get("visibility");
  const directory = step.with.get("directory") ?? "";
  return {
    kind,
    // flakestry.dev publishes for everybody.
    visibility: kind === "flakestry" ? "public" : isVisibility(visibility) ? visibility : null,
    style: styleOf(kind, step),
    name: literal(step.with.get("name")),
    directory: directory.includes("${{") ? null : directory.replace(/^\.?\/+|\/+$/g, "") || ".",
    evidence: step.evidence,
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
