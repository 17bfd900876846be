import { known } from "#lib/model/observed.ts";
import type { PracticeCard, PracticeContext } from "./practice.ts";

/** knowledgeCard is where README and CONTRIBUTING show the way into Nix. */
export function knowledgeCard({ facts: { knowledge }, link }: PracticeContext): PracticeCard {
  const { entries } = knowledge;
  return {
    id: "knowledge",
    title: "Knowledge",
    groups: [
      {
        title: "The way in",
        none: "Neither README nor CONTRIBUTING shows it.",
        items: entries.known
          ? known(entries.value.map(({ text, evidence }) => ({ name: text, notes: [], evidence: link(evidence) })))
          : entries,
      },
    ],
  };
}
