import { PGlite } from "@electric-sql/pglite";
import { afterAll, describe, expect, it } from "vitest";
import { shareConnection } from "./shared-connection.ts";

const pglite = await PGlite.create();
const shared = shareConnection(pglite);

afterAll(() => pglite.close());

describe("shareConnection", () => {
  it("keeps a block that fails half-way from everything that waits behind it", async () => {
    await shared.exec("CREATE TABLE kept (value integer)");

    const outcomes = await Promise.allSettled([
      shared.exec("BEGIN; INSERT INTO kept VALUES (1); SELECT 1 / 0; COMMIT"),
      pglite.query("SELECT 2 AS value"),
      pglite.transaction((transaction) => transaction.query("INSERT INTO kept VALUES (3)")),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
    expect((await shared.query("SELECT value FROM kept")).rows).toEqual([{ value: 3 }]);
  });

  it("commits a whole block and returns its rows", async () => {
    const results = await shared.exec("BEGIN; CREATE TABLE block (value integer); SELECT 7 AS value; COMMIT");

    expect(results.flatMap(({ rows }) => rows)).toEqual([{ value: 7 }]);
    expect((await shared.query("SELECT count(*)::integer AS count FROM block")).rows).toEqual([{ count: 0 }]);
  });

  it("lets through what may not run in a transaction", async () => {
    await shared.exec("CREATE TABLE indexed (value integer)");

    await shared.exec("CREATE INDEX CONCURRENTLY indexed_value ON indexed (value)");
  });
});
