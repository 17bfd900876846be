import type { Fix } from "#lib/model/fix.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { CheckContext } from "./check.ts";
import { packageSkeleton } from "./package-skeleton.ts";
import { systemSkeleton } from "./system-skeleton.ts";

/** The stages that no check leads to, each with the text that begins it. */
const skeletons: ReadonlyMap<Stage, (context: CheckContext) => Fix | null> = new Map([
  ["packaging", packageSkeleton],
  ["systems", systemSkeleton],
]);

/** stageFix is a text made for this repository that begins a stage; null where a check has one, and without a flake. */
export function stageFix(stage: Stage, context: CheckContext): Fix | null {
  return skeletons.get(stage)?.(context) ?? null;
}
