import type { OrganizationState } from "../organization-state.ts";
import type { ReadContext } from "../read-context.ts";

/** SearchHit is one thing that may be found, and where it leads. */
export interface SearchHit {
  readonly title: string;
  /** What tells it from others of its kind; null where the title says all. */
  readonly detail: string | null;
  readonly href: string;
}

/** SearchItem is a hit with the other words that it may be found by. */
export interface SearchItem extends SearchHit {
  readonly words: readonly string[];
}

/** SearchKind is one kind of thing that an organization can be searched for. */
export interface SearchKind {
  readonly id: string;
  readonly label: string;
  readonly listItems: (context: ReadContext, state: OrganizationState) => Promise<readonly SearchItem[]>;
}
