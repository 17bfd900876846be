import type { Stage } from "#lib/model/stage.ts";

/** Each stage with when it is the most useful next one: the first line that holds counts. */
const order: readonly (readonly [stage: Stage, isNext: (reached: ReadonlySet<Stage>) => boolean])[] = [
  // The smallest step, and the one that everybody in the team feels.
  ["development", () => true],
  // A repository of machines builds those; it has nothing to package.
  ["packaging", (reached) => !reached.has("systems")],
  // What is there breaks unseen until something builds it.
  ["continuous-integration", () => true],
  // Only what is packaged can be handed on.
  ["distribution", (reached) => reached.has("packaging")],
  ["systems", (reached) => reached.has("packaging")],
];

/**
 * nextStage is the one stage that is most useful to reach next; null when every stage that makes sense here is reached.
 * Advice: a repository may reach its stages in any order.
 */
export function nextStage(reached: Iterable<Stage>): Stage | null {
  const known = new Set(reached);
  const [next] = order.find(([stage, isNext]) => !known.has(stage) && isNext(known)) ?? [];
  return next ?? null;
}
