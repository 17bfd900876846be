import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { z } from "zod";
import { strictTest } from "../strict-test.ts";

const described = z.object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) });

strictTest("every address in the guide answers with JSON", async ({ request }) => {
  const guide = readFileSync("docs/guides/api.md", "utf8");
  const addresses = [...guide.matchAll(/http:\/\/127\.0\.0\.1:3000(\/api\/v1\/[^\s'"`]*)/g)].map(
    ([, address]) => address,
  );

  expect(addresses.length).toBeGreaterThan(6);
  for (const address of addresses) {
    const response = await request.get(address ?? "");
    expect(`${address} ${response.status()}`).toBe(`${address} 200`);
    expect(response.headers()["content-type"]).toContain("application/json");
  }
});

strictTest("the API describes itself, answers by page, and spares who has the answer", async ({ request }) => {
  const description = described.parse(await (await request.get("/api/v1/openapi.json")).json());
  expect(description.openapi).toBe("3.1.0");
  expect(Object.keys(description.paths)).toContain("/repositories/{owner}/{name}");

  const first = await request.get("/api/v1/repositories?organization=sample&limit=30");
  const page = z.object({ items: z.array(z.unknown()), next: z.string() }).parse(await first.json());
  expect(page.items).toHaveLength(30);
  const rest = await request.get(`/api/v1/repositories?organization=sample&limit=30&cursor=${page.next}`);
  expect(await rest.json()).toMatchObject({ next: null });

  const again = await request.get("/api/v1/repositories?organization=sample&limit=30", {
    headers: { "if-none-match": first.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
});

strictTest("a wrong parameter is a problem that names it", async ({ request }) => {
  const response = await request.get("/api/v1/findings?outcome=green");
  expect(response.status()).toBe(422);
  expect(response.headers()["content-type"]).toContain("application/problem+json");
  expect(await response.json()).toMatchObject({
    title: "parse",
    status: 422,
    detail: expect.stringContaining("outcome"),
  });
});
