import { type Theme, themes } from "#lib/model/finding.ts";
import { type ResourceLevel, resourceLevels } from "#lib/model/resource.ts";
import type { ResourceItem } from "#lib/views/learn.ts";

/** ResourceFilter is what a reader asks of the resources; null and empty text ask nothing. */
export interface ResourceFilter {
  readonly text: string;
  readonly theme: string | null;
  readonly level: string | null;
  readonly kind: string | null;
}

/**
 * filterResources keeps the resources that fit, in their order. Every word of the text has to occur in the title, the
 * summary, the host, or a check that the resource helps with.
 */
export function filterResources(
  resources: readonly ResourceItem[],
  checkTitles: ReadonlyMap<string, string>,
  filter: ResourceFilter,
): readonly ResourceItem[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return resources.filter((resource) => {
    if (filter.theme !== null && resource.theme !== filter.theme) return false;
    if (filter.level !== null && resource.level !== filter.level) return false;
    if (filter.kind !== null && resource.kind !== filter.kind) return false;
    const checks = resource.checks.flatMap((id) => [id, checkTitles.get(id) ?? ""]);
    const text = [resource.title, resource.summary, resource.host, ...checks].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Shelf is the resources of one theme, by level. */
export interface Shelf {
  readonly theme: Theme;
  readonly levels: readonly { readonly level: ResourceLevel; readonly resources: readonly ResourceItem[] }[];
}

/** shelve puts resources on shelves, one a theme, the theme of the most needed resource first; no shelf is empty. */
export function shelve(resources: readonly ResourceItem[]): readonly Shelf[] {
  const place = (theme: Theme) => resources.findIndex((resource) => resource.theme === theme);
  return themes
    .filter((theme) => place(theme) >= 0)
    .toSorted((one, other) => place(one) - place(other))
    .map((theme) => {
      const ofTheme = resources.filter((resource) => resource.theme === theme);
      const levels = resourceLevels.map((level) => ({
        level,
        resources: ofTheme.filter((resource) => resource.level === level),
      }));
      return { theme, levels: levels.filter((one) => one.resources.length > 0) };
    });
}

// Three of each level are the next visits; a theme has thirty.
const shortMax = 3;

/** shortened is a shelf with the most needed few of each level and what the organization itself put there, and how many it leaves out. */
export function shortened({ theme, levels }: Shelf): { readonly shelf: Shelf; readonly left: number } {
  const short = levels.map(({ level, resources }) => ({ level, resources: resources.filter(isShort) }));
  const count = (all: Shelf["levels"]) => all.reduce((sum, { resources }) => sum + resources.length, 0);
  return { shelf: { theme, levels: short }, left: count(levels) - count(short) };
}

function isShort({ isOwn, isPinned }: ResourceItem, place: number): boolean {
  return place < shortMax || isOwn || isPinned;
}
