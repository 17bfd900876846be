import type { Resource } from "#lib/model/resource.ts";
import type { Stage } from "#lib/model/stage.ts";

/**
 * resourcesForCheck are those of `resources` that help to pass a check: first the ones that help it before any other,
 * in the given order otherwise. None for an id that no resource names.
 */
export function resourcesForCheck(checkId: string, resources: readonly Resource[]): readonly Resource[] {
  return resources
    .filter(({ checks }) => checks.includes(checkId))
    .toSorted((one, other) => one.checks.indexOf(checkId) - other.checks.indexOf(checkId));
}

/** resourcesForStage are those of `resources` that help to reach a stage, the ones made for it alone first. */
export function resourcesForStage(stage: Stage, resources: readonly Resource[]): readonly Resource[] {
  return resources
    .filter(({ stages }) => stages.includes(stage))
    .toSorted((one, other) => one.stages.length - other.stages.length);
}
