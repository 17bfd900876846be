import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readTable } from "../exported-tables.ts";
import type { ReadContext } from "../read-context.ts";
import { endpoints, matchEndpoint } from "./endpoints.ts";
import { openapiDocument } from "./openapi.ts";

const pageSchema = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() });

async function ask(context: ReadContext, path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const match = matchEndpoint(path.split("/"));
  if (match === null) throw new Error(`${path} is no address`);
  const answer = await match.endpoint.read(context, { ...query, ...match.inPath });
  return answer === null ? null : z.json().parse(JSON.parse(JSON.stringify(match.endpoint.answer.parse(answer))));
}

async function askAll(context: ReadContext, path: string, query: Readonly<Record<string, string>>) {
  const items: Record<string, unknown>[] = [];
  let pages = 0;
  for (let cursor: string | null | undefined; cursor !== null; pages++) {
    const page = pageSchema.parse(await ask(context, path, cursor === undefined ? query : { ...query, cursor }));
    items.push(...page.items);
    cursor = page.next;
  }
  return { items, pages };
}

describe("the API's description", () => {
  it("is valid OpenAPI 3.1 and has every endpoint", async () => {
    const document = JSON.parse(JSON.stringify(openapiDocument()));
    const result = await new Validator().validate(document);

    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(Object.keys(document.paths)).toEqual(endpoints.map(({ path }) => path));
  });
});

describe("the API over the sample organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    const contextOf = (): ReadContext => ({
      database: database(),
      actor: { kind: "local" },
      asOf: sampleDay,
      scanCron: null,
    });

    it("pages through each list once, in order, as whole as the exported table", { timeout: 120_000 }, async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const context = contextOf();
      for (const [path, name] of [
        ["repositories", "repositories"],
        ["inputs", "inputs"],
        ["findings", "findings"],
        ["teams", "teams"],
      ] as const) {
        const { items, pages } = await askAll(context, path, { organization: organization.slug, limit: "7" });
        const keys = items.map((item) => JSON.stringify(item));

        expect(new Set(keys).size).toBe(keys.length);
        expect(items).toHaveLength((await readTable(context, organization.slug, name))?.rows.length ?? -1);
        expect(pages).toBe(Math.max(1, Math.ceil(items.length / 7)));
      }
      const { items } = await askAll(context, "findings", { check: "flake-present", outcome: "pass", limit: "200" });
      expect(items.length).toBeGreaterThan(0);
      expect(items.every(({ check, outcome }) => check === "flake-present" && outcome === "pass")).toBe(true);
    });

    it("gives one repository by its name, with its flakes and findings", async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const context = contextOf();
      const [first] = (await askAll(context, "repositories", { organization: organization.slug, stage: "packaging" }))
        .items;
      const name = z.string().parse(first?.repository);
      const document = await ask(context, `repositories/${name}`, { organization: organization.slug });

      expect(document).toMatchObject({ repository: name, flakes: [{ parse: { status: "ok" } }] });
      expect(await ask(context, "repositories/nobody/nothing")).toBeNull();
    });

    it("gives every scan, the latest first, and each by its id", async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const context = contextOf();
      const { items } = await askAll(context, "scans", { organization: organization.slug, limit: "1" });

      expect(items[0]).toMatchObject({ state: "completed", repositories: { total: 48, read: 48 } });
      const scan = z.string().parse(items[0]?.scan);
      expect(await ask(context, `scans/${scan}`)).toMatchObject({ scan: { id: scan, state: "completed" } });
    });

    it("says of a parameter that is unknown or wrong which one it is, and of an unknown organization nothing", async () => {
      const context = contextOf();

      await expect(ask(context, "teams", { limit: "0" })).rejects.toThrow(/limit/);
      await expect(ask(context, "teams", { colour: "blue" })).rejects.toThrow(/colour/);
      await expect(ask(context, "teams", { cursor: "x" })).rejects.toThrow(/cursor/);
      await expect(ask(context, "series", { metric: "no-such" })).rejects.toThrow(/metric/);
      expect(await ask(context, "teams", { organization: "no-such" })).toBeNull();
      expect(matchEndpoint(["constructor"])).toBeNull();
    });
  });
});
