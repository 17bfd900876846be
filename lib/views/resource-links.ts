import { resourcesForCheck, resourcesForStage } from "#lib/learn/resources-for.ts";
import type { Resource } from "#lib/model/resource.ts";
import type { Stage } from "#lib/model/stage.ts";

/** ResourceLink names a learning resource where it helps. */
export interface ResourceLink {
  readonly title: string;
  readonly url: string;
}

// 3: beside a finding people want the page to read, not a library; the Learn page has the rest.
const linksMax = 3;

/** resourceLinksForCheck are the few resources that help most to pass a check. */
export function resourceLinksForCheck(checkId: string, resources: readonly Resource[]): readonly ResourceLink[] {
  return links(resourcesForCheck(checkId, resources));
}

/** resourceLinksForStage are the few resources that help most to reach a stage. */
export function resourceLinksForStage(stage: Stage, resources: readonly Resource[]): readonly ResourceLink[] {
  return links(resourcesForStage(stage, resources));
}

function links(resources: readonly Resource[]): readonly ResourceLink[] {
  return resources.slice(0, linksMax).map(({ title, url }) => ({ title, url }));
}
