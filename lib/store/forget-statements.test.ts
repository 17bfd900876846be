import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { getHeapSnapshot } from "node:v8";
import { PrismaPg } from "@prisma/adapter-pg";
import { describe, expect, it } from "vitest";
import { createClient, type DatabaseClient } from "./client.ts";
import { forgetStatements } from "./forget-statements.ts";
import { testServerUrl } from "./testing/open-test-databases.ts";

const timeoutMs = 60_000;

describe.skipIf(testServerUrl === null)("forgetStatements", () => {
  it("leaves no parameter of a statement in the memory of this process", { timeout: timeoutMs }, async () => {
    const adapter = new PrismaPg({ connectionString: testServerUrl ?? "", max: 1 });
    const client = createClient(adapter, { beginTurn: async () => {}, toError: (error) => error });
    // A connection holds its first statement and its last one.
    await client.$queryRaw`SELECT 1`;
    const backwards = await sendDocument(client);
    const before = await isInMemory(backwards);

    forgetStatements();
    await client.$queryRaw`SELECT 1`;

    expect(before).toBe(true);
    expect(await isInMemory(backwards)).toBe(false);
    await client.$disconnect();
  });
});

/** Sends a document with a word of its own, and returns that word backwards, so that nobody here holds it. */
async function sendDocument(client: DatabaseClient): Promise<string> {
  const word = randomUUID();
  await client.$executeRaw`SELECT ${JSON.stringify({ word })}::jsonb`;
  return reverse(word);
}

async function isInMemory(backwards: string): Promise<boolean> {
  const snapshot = await text(getHeapSnapshot());
  return snapshot.includes(reverse(backwards));
}

function reverse(word: string): string {
  return [...word].reverse().join("");
}
