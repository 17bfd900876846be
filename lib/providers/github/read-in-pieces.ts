import type { AppError } from "#lib/errors/app-error.ts";
import type { TooHeavy } from "./ask-smaller.ts";
import type { AdaptiveSize } from "./paging.ts";
import { pause } from "./pause.ts";
import { type GraphqlError, isRefusal, isResourceLimit } from "./wire/answer.ts";

/**
 * Outcome is what became of one item: a value, a lasting failure, or `again` when it may work later, alone or at all.
 * `isCut` says that it was left out because too much was asked at once.
 */
export type Outcome<Value> =
  | { readonly status: "value"; readonly value: Value }
  | { readonly status: "failed"; readonly error: AppError }
  | { readonly status: "again"; readonly error: AppError; readonly isCut: boolean };

/** outcomeOfError is the outcome of an item at which a GraphQL answer has an error: only a refusal is for good. */
export function outcomeOfError(trouble: GraphqlError, error: AppError): Exclude<Outcome<never>, { status: "value" }> {
  if (isRefusal(trouble)) return { status: "failed", error };
  return { status: "again", error, isCut: isResourceLimit(trouble) };
}

/** PieceAnswer is the answer for one piece: an outcome per item, in their order, or the news that it was too much. */
export type PieceAnswer<Value> =
  | { readonly status: "answered"; readonly outcomes: readonly Outcome<Value>[] }
  | TooHeavy;

interface PieceReader<Item, Value> {
  readonly size: AdaptiveSize;
  /** Pause before items that failed by themselves are asked for again; grows with the attempts. */
  readonly pauseMs: number;
  /** How many of the waiting items may go together, `size` at most; at least 1. All of them when left out. */
  readonly countFitting?: (items: readonly Item[]) => number;
  ask(items: readonly Item[]): Promise<PieceAnswer<Value>>;
}

/** Settled is the final outcome of one item. */
export interface Settled<Item, Value> {
  readonly item: Item;
  readonly outcome: Exclude<Outcome<Value>, { status: "again" }>;
}

const attemptsMax = 3;

// One item without any answer is its own fault; this many in a row are an outage, and asking on is no help.
const unansweredInRowMax = 5;

/**
 * readInPieces asks for many items, some at a time, and settles each exactly once.
 *
 * A piece that is too heavy is halved; of a piece that came back in part, only the missing part is asked again. An item
 * that fails three times by itself is `failed`. @throws its AppError when five in a row got no answer at all.
 */
export async function* readInPieces<Item, Value>(
  items: readonly Item[],
  { size, pauseMs, countFitting, ask }: PieceReader<Item, Value>,
  signal: AbortSignal,
): AsyncGenerator<Settled<Item, Value>> {
  const attempts = new Map<Item, number>();
  let waiting = [...items];
  let unansweredInRow = 0;
  while (waiting.length > 0) {
    const wanted = waiting.slice(0, size.current);
    const piece = wanted.slice(0, Math.max(1, countFitting?.(wanted) ?? wanted.length));
    const answer = await ask(piece);
    const isUnanswered = answer.status === "too-heavy";

    const cut: Item[] = [];
    const stubborn: Item[] = [];
    for (const [index, item] of piece.entries()) {
      const outcome = outcomeAt(answer, index);
      if (outcome === undefined) throw new Error(`a piece of ${piece.length} was answered with ${index} outcomes`);
      if (outcome.status !== "again") yield { item, outcome };
      else if (outcome.isCut && piece.length > 1) cut.push(item);
      else {
        const count = isUnanswered && answer.wasRepeated === true ? attemptsMax : (attempts.get(item) ?? 0) + 1;
        attempts.set(item, count);
        if (count < attemptsMax) stubborn.push(item);
        else {
          unansweredInRow = isUnanswered ? unansweredInRow + 1 : 0;
          if (unansweredInRow === unansweredInRowMax) throw outcome.error;
          yield { item, outcome: { status: "failed", error: outcome.error } };
        }
      }
    }

    if (!isUnanswered) unansweredInRow = 0;
    if (isUnanswered || cut.length > 0) size.shrink(piece.length);
    else size.grow(piece.length);
    // What fails by itself waits until the others have been read, unless nothing at all is answered just now.
    const rest = waiting.slice(piece.length);
    waiting = isUnanswered ? [...cut, ...stubborn, ...rest] : [...cut, ...rest, ...stubborn];
    const [first] = stubborn;
    if (first !== undefined && stubborn.length === piece.length) {
      await pause(pauseMs * (attempts.get(first) ?? 1) ** 2, signal);
    }
  }
}

function outcomeAt<Value>(answer: PieceAnswer<Value>, index: number): Outcome<Value> | undefined {
  if (answer.status === "answered") return answer.outcomes[index];
  return { status: "again", error: answer.error, isCut: true };
}
