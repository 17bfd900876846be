import { known, unknown } from "#lib/model/observed.ts";
import type { PublisherKind } from "#lib/model/publishing-facts.ts";
import { notesOf, type PracticeCard, type PracticeContext } from "./practice.ts";

const publisherNames = {
  "flakehub-push": "flakehub-push",
  "determinate-ci": "DeterminateSystems/ci",
  flakestry: "Flakestry",
} as const satisfies Record<PublisherKind, string>;

/** publishingCard is what publishes releases of a repository's flakes: to whom, and of what. */
export function publishingCard({ facts: { publishing }, link }: PracticeContext): PracticeCard {
  const { places, unread } = publishing;
  const found = places.map(({ kind, visibility, style, name, directory, evidence }) => ({
    name: publisherNames[kind],
    notes: notesOf(style, visibility, name, directory === null || directory === "." ? null : directory),
    evidence: link(evidence),
  }));
  const items = found.length === 0 && unread !== null ? unknown(unread) : known(found);
  return {
    id: "publishing",
    title: "Publishing",
    groups: [{ title: "Releases", none: "Nothing publishes releases.", items }],
  };
}
