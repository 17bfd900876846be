import { describe, expect, it } from "vitest";
import { createAnswerMemory } from "./answer-memory.ts";

interface Answer {
  readonly words: string;
}

describe("createAnswerMemory", () => {
  const begin = Date.parse("2026-11-27T10:00:00.000Z");
  const setUp = () => {
    const clock = { ms: begin };
    const asked: string[] = [];
    const memory = createAnswerMemory<Answer>(
      600_000,
      ({ words }) => words !== "no",
      () => clock.ms,
    );
    const ask = (key: string, words = "yes") =>
      memory.ask(key, async () => {
        asked.push(key);
        if (words === "broken") throw new Error("broken");
        return { words };
      });
    return { clock, asked, memory, ask };
  };

  it("asks once for all who come within the time, and says when it asked", async () => {
    const { clock, asked, ask } = setUp();

    const together = await Promise.all([ask("acme"), ask("acme")]);
    clock.ms += 599_999;
    const later = await ask("acme");

    expect(asked).toEqual(["acme"]);
    expect([...together, later].map(({ askedAt }) => askedAt)).toEqual(Array(3).fill("2026-11-27T10:00:00.000Z"));
  });

  it("asks anew when the time is over, when it was told to forget, and for another key", async () => {
    const { clock, asked, memory, ask } = setUp();

    await ask("acme");
    clock.ms += 600_000;
    expect((await ask("acme")).askedAt).toBe("2026-11-27T10:10:00.000Z");
    memory.forget("acme");
    await ask("acme");
    await ask("other");

    expect(asked).toEqual(["acme", "acme", "acme", "other"]);
  });

  it("does not remember an answer that is not to be kept, nor a question that failed", async () => {
    const { asked, ask } = setUp();

    await ask("acme", "no");
    await expect(ask("acme", "broken")).rejects.toThrow("broken");
    expect(await ask("acme")).toMatchObject({ words: "yes" });

    expect(asked).toHaveLength(3);
  });
});
