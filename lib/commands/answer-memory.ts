import type { Instant } from "#lib/model/instant.ts";

/** Dated is an answer with the moment at which it was asked for. */
export type Dated<Answer> = Answer & { readonly askedAt: Instant };

/** AnswerMemory gives back what was answered under a key not long ago, or asks. */
export interface AnswerMemory<Answer> {
  readonly ask: (key: string, question: () => Promise<Answer>) => Promise<Dated<Answer>>;
  readonly forget: (key: string) => void;
}

/**
 * createAnswerMemory makes a memory of answers from elsewhere, in this process only. Those who ask together ask once; a
 * question that fails is not remembered.
 *
 * @param keptMs for how long an answer counts, from the moment at which it was asked for.
 * @param isKept which answers are remembered at all.
 */
export function createAnswerMemory<Answer extends object>(
  keptMs: number,
  isKept: (answer: Answer) => boolean,
  now: () => number = Date.now,
): AnswerMemory<Answer> {
  const memory = new Map<string, { readonly askedMs: number; readonly answer: Promise<Dated<Answer>> }>();
  return {
    forget: (key) => memory.delete(key),
    ask: (key, question) => {
      const known = memory.get(key);
      if (known !== undefined && now() - known.askedMs < keptMs) return known.answer;
      const askedMs = now();
      const askedAt = new Date(askedMs).toISOString();
      const asked = { askedMs, answer: question().then((answer) => ({ ...answer, askedAt })) };
      const forget = () => {
        if (memory.get(key) === asked) memory.delete(key);
      };
      memory.set(key, asked);
      asked.answer.then((answer) => isKept(answer) || forget(), forget);
      return asked.answer;
    },
  };
}
