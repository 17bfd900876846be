import { medianInputAge } from "#lib/metrics/figures.ts";
import { medianInputAgeDays } from "#lib/metrics/median-age.ts";
import { measure } from "#lib/metrics/metric.ts";
import { dayOf, type Instant } from "#lib/model/instant.ts";
import type { Share } from "#lib/model/share.ts";
import { whyHref } from "./hrefs.ts";
import type { RepositoryState } from "./organization-state.ts";

/** MedianAgeItem is how old the inputs of some repositories are today. */
export interface MedianAgeItem {
  readonly label: string;
  /** Null where no age is known. */
  readonly days: number | null;
  /** Inputs of known age, of all direct inputs; the others are unknown. */
  readonly inputs: Share;
  /** The ages, repository by repository. */
  readonly href: string;
}

/** medianAgeItem is the median age of inputs of an organization, or of one of its teams by its slug. */
export function medianAgeItem(
  repositories: readonly RepositoryState[],
  { slug, team, asOf }: { readonly slug: string; readonly team: string | null; readonly asOf: Instant },
): MedianAgeItem {
  return {
    label: medianInputAge.label,
    days: medianInputAgeDays(repositories, dayOf(asOf)),
    inputs: measure(medianInputAge, repositories),
    href: whyHref(slug, medianInputAge.id, team === null ? {} : { team }),
  };
}
