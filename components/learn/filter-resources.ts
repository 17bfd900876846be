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
export function filterResources(resources: readonly ResourceItem[], filter: ResourceFilter): readonly ResourceItem[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return resources.filter((resource) => {
    if (filter.theme !== null && resource.theme !== filter.theme) return false;
    if (filter.level !== null && resource.level !== filter.level) return false;
    if (filter.kind !== null && resource.kind !== filter.kind) return false;
    const checks = resource.checks.flatMap(({ id, title }) => [id, title]);
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
