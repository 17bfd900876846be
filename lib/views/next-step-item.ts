import type { CheckContext } from "#lib/checks/check.ts";
import { stageFix } from "#lib/checks/stage-fix.ts";
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

/** The check whose fix reaches each stage; null where none does, and the stage has a text of its own. */
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
  { resources, judged }: { readonly resources: readonly Resource[]; readonly judged: CheckContext | null },
): NextStepItem {
  return {
    step,
    why,
    fix: fixToward(toward, findings, judged),
    resources:
      toward.kind === "check"
        ? resourceLinksForCheck(toward.checkId, resources)
        : resourceLinksForStage(toward.stage, resources),
  };
}

function fixToward(
  toward: NextStep["toward"],
  findings: readonly FindingItem[],
  judged: CheckContext | null,
): Fix | null {
  const checkId = toward.kind === "check" ? toward.checkId : leadingChecks[toward.stage];
  if (checkId !== null) return findings.find((one) => one.checkId === checkId && one.fix !== null)?.fix ?? null;
  return toward.kind === "check" || judged === null ? null : stageFix(toward.stage, judged);
}
