import { PGlite } from "@electric-sql/pglite";
import { expect, it } from "vitest";
import { forgetRowParsers } from "./forget-row-parsers.ts";

it("leaves every parser but those of arrays of whole rows", { timeout: 60_000 }, async () => {
  const pglite = await PGlite.create();
  await pglite.exec("CREATE TYPE color AS ENUM ('red', 'blue'); CREATE TABLE painted (color color)");
  await pglite.refreshArrayTypes();
  const before = Object.keys(pglite.parsers).length;

  await forgetRowParsers(pglite);

  const { rows } = await pglite.query(`SELECT ARRAY['a', 'b'] AS texts, ARRAY[1, 2] AS numbers,
    ARRAY['red'::color] AS colors, ARRAY[gen_random_uuid()] AS ids, 4::bigint AS whole, '{"a": [1]}'::jsonb AS json`);
  expect(rows).toEqual([
    { texts: ["a", "b"], numbers: [1, 2], colors: ["red"], ids: [expect.any(String)], whole: 4, json: { a: [1] } },
  ]);
  expect(before - Object.keys(pglite.parsers).length).toBeGreaterThan(100);
  await pglite.close();
});
