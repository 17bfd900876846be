import type { AppError } from "#lib/errors/app-error.ts";
import type { AdaptiveSize } from "./paging.ts";
import { pause } from "./pause.ts";

/** TooHeavy is the news that a request was too much to ask. */
export interface TooHeavy {
  readonly status: "too-heavy";
  readonly error: AppError;
  /** It was asked three times already, so a single item is not asked again. */
  readonly wasRepeated?: boolean;
}

const attemptsMax = 3;

/**
 * askSmaller asks for `size.current` items, for half of them each time that is too heavy, and for a single one three
 * times with growing pauses, unless it was repeated already. @throws AppError of the last attempt.
 */
export async function askSmaller<Answer extends { readonly status: "answered" }>(
  ask: (first: number) => Promise<Answer | TooHeavy>,
  size: AdaptiveSize,
  pauseMs: number,
  signal: AbortSignal,
): Promise<Answer> {
  for (let attempts = 0; ; ) {
    const first = size.current;
    const answer = await ask(first);
    if (answer.status === "answered") {
      size.grow(first);
      return answer;
    }
    size.shrink(first);
    if (first > 1) continue;
    attempts += 1;
    if (attempts === attemptsMax || answer.wasRepeated === true) throw answer.error;
    await pause(pauseMs * attempts ** 2, signal);
  }
}
