import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import { createAdaptiveSize } from "./paging.ts";
import { type PieceAnswer, readInPieces } from "./read-in-pieces.ts";

const never = new AbortController().signal;
const error = new AppError("provider-unavailable", "too much", { isRetryable: true });

async function read(
  items: readonly number[],
  ask: (items: readonly number[]) => PieceAnswer<string>,
  countFitting?: (items: readonly number[]) => number,
) {
  const asked: (readonly number[])[] = [];
  const settled = new Map<number, string>();
  const reader = {
    size: createAdaptiveSize(8),
    pauseMs: 1,
    ...(countFitting === undefined ? {} : { countFitting }),
    ask: async (piece: readonly number[]) => {
      asked.push(piece);
      return ask(piece);
    },
  };
  for await (const { item, outcome } of readInPieces(items, reader, never)) {
    if (settled.has(item)) throw new Error(`${item} settled twice`);
    settled.set(item, outcome.status === "value" ? outcome.value : outcome.status);
  }
  return { asked, settled };
}

function values(items: readonly number[]): PieceAnswer<string> {
  return { status: "answered", outcomes: items.map((item) => ({ status: "value", value: `v${item}` })) };
}

const numbers = Array.from({ length: 20 }, (_, index) => index);

describe("readInPieces", () => {
  it("settles every item exactly once, some at a time", async () => {
    const { asked, settled } = await read(numbers, values);

    expect(asked.map((piece) => piece.length)).toEqual([8, 8, 4]);
    expect([...settled.keys()]).toEqual(numbers);
  });

  it("asks for fewer when they do not fit, but always for one", async () => {
    const { asked } = await read(numbers.slice(0, 4), values, () => 0);

    expect(asked.map((piece) => piece.length)).toEqual([1, 1, 1, 1]);
  });

  it("asks again only for the part that was cut off", async () => {
    let isFirst = true;
    const { asked, settled } = await read(numbers.slice(0, 8), (items) => {
      if (!isFirst) return values(items);
      isFirst = false;
      return {
        status: "answered",
        outcomes: items.map((item) =>
          item < 6 ? { status: "value", value: "v" } : { status: "again", error, isCut: true },
        ),
      };
    });

    expect(asked).toEqual([numbers.slice(0, 8), [6, 7]]);
    expect(settled.size).toBe(8);
  });

  it("fails an item that is cut off three times alone, however many there are", async () => {
    const { asked, settled } = await read(numbers, (items) => ({
      status: "answered",
      outcomes: items.map(() => ({ status: "again", error, isCut: true })),
    }));

    expect(settled.size).toBe(numbers.length);
    expect(new Set(settled.values())).toEqual(new Set(["failed"]));
    expect(asked.filter((piece) => piece.length === 1 && piece[0] === 3)).toHaveLength(3);
  });

  it("throws when five in a row get no answer at all", async () => {
    await expect(read(numbers, () => ({ status: "too-heavy", error }))).rejects.toBe(error);
  });

  it("does not take four in a row for an outage", async () => {
    const { settled } = await read(numbers, (items) =>
      items.some((item) => item >= 4 && item < 8) ? { status: "too-heavy", error } : values(items),
    );

    expect([...settled].filter(([, value]) => value === "failed").map(([item]) => item)).toEqual([4, 5, 6, 7]);
  });
});
