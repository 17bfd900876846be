import type { Evidence } from "#lib/model/evidence.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Observed } from "#lib/model/observed.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { EvidenceLink } from "../repository-parts.ts";

/** PracticeItem is one thing that was seen: what it is, what to know of it in a few words, and where it stands. */
export interface PracticeItem {
  readonly name: string;
  readonly notes: readonly string[];
  readonly evidence: EvidenceLink | null;
}

/** PracticeGroup is what was seen of one kind; `none` says in a sentence that nothing was. */
export interface PracticeGroup {
  readonly title: string;
  readonly none: string;
  readonly items: Observed<readonly PracticeItem[]>;
}

/** PracticeCard is what a repository has of one practice, beside the findings that judge it. */
export interface PracticeCard {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly PracticeGroup[];
}

/** PracticeContext is what a card is made from; `link` leads to a place in the repository. */
export interface PracticeContext {
  readonly facts: RepositoryFacts;
  readonly policy: Policy;
  readonly link: (evidence: Evidence) => EvidenceLink;
}

/** notesOf are the notes that there are, without those that say nothing. */
export function notesOf(...notes: readonly (string | null)[]): readonly string[] {
  return notes.filter((note) => note !== null);
}
