import type { Fix } from "#lib/model/fix.ts";
import type { Resource } from "#lib/model/resource.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { FindingItem } from "./repository-parts.ts";
import type { NextStep } from "./repository-row.ts";
import { type ResourceLink, resourceLinksForCheck, resourceLinksForStage } from "./resource-links.ts";

/** NextStepItem is the one most useful step of a repository: why, the text that takes it here, and where one learns how. */
export interface NextStepItem {
  readonly step: string;
  readonly why: string;
  /** Null where no text can be made for this repository. */
  readonly fix: Fix | null;
  readonly resources: readonly ResourceLink[];
}

/** The check whose fix reaches each stage; null where no text can be made without knowing what the repository builds. */
const leadingChecks = {
  development: "flake-present",
  packaging: null,
  "continuous-integration": "ci-builds-flake",
  distribution: "releases-published",
  systems: null,
} as const satisfies Record<Stage, string | null>;

/** nextStepItem gives the next step what helps to take it. */
export function nextStepItem(
  { step, why, toward }: NextStep,
  findings: readonly FindingItem[],
  resources: readonly Resource[],
): NextStepItem {
  const checkId = toward.kind === "check" ? toward.checkId : leadingChecks[toward.stage];
  return {
    step,
    why,
    fix: findings.find((finding) => finding.checkId === checkId && finding.fix !== null)?.fix ?? null,
    resources:
      toward.kind === "check"
        ? resourceLinksForCheck(toward.checkId, resources)
        : resourceLinksForStage(toward.stage, resources),
  };
}
