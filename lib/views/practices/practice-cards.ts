import { automationCard } from "./automation.ts";
import { cachesCard } from "./caches.ts";
import { containersCard } from "./containers.ts";
import { knowledgeCard } from "./knowledge.ts";
import { nonFlakeCard } from "./non-flake.ts";
import type { PracticeCard, PracticeContext } from "./practice.ts";
import { publishingCard } from "./publishing.ts";
import { secretsCard } from "./secrets.ts";
import { trustCard } from "./trust.ts";

const cards: readonly ((context: PracticeContext) => PracticeCard)[] = [
  automationCard,
  cachesCard,
  trustCard,
  secretsCard,
  publishingCard,
  containersCard,
  knowledgeCard,
  nonFlakeCard,
];

/** practiceCards are what a repository has of each practice, in the order of its page. */
export function practiceCards(context: PracticeContext): readonly PracticeCard[] {
  return cards.map((card) => card(context));
}
