import { request as httpRequest } from "node:http";
import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";
import { testServerPort } from "../test-server.ts";

function statusWithHost(host: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port: testServerPort, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on("error", reject);
    request.end();
  });
}

strictTest("a request under a foreign host name is refused everywhere", async () => {
  for (const path of ["/", "/orgs/sample", "/api/health", "/api/v1/scans/x"]) {
    expect(await statusWithHost("evil.example", path)).toBe(421);
  }
  expect(await statusWithHost("localhost", "/api/health")).toBe(200);
});

strictTest("an address that cannot be read is told as one that leads nowhere", async ({ request }) => {
  for (const path of ["/orgs/%E0%A4%A", "/orgs/sample/teams/%E0%A4%A", "/orgs/sample/inputs/%zz", "/%"]) {
    const response = await request.get(path);
    expect([path, response.status()]).toEqual([path, 404]);
    expect(await response.text()).toContain("There is no such page.");
  }
  const problem = await request.get("/api/v1/repositories/%E0%A4%A/x");
  expect(problem.status()).toBe(400);
  expect(await problem.json()).toMatchObject({ detail: expect.stringContaining("cannot be read") });
});

strictTest("what does not exist says so and leads back", async ({ page }) => {
  for (const path of [
    "/orgs/nobody",
    "/orgs/sample/teams/nobody",
    "/orgs/sample/repositories/nothing",
    "/orgs/sample/scans/1",
  ]) {
    const response = await page.request.get(path);
    expect(response.status()).toBe(404);
  }
  const problem = await page.request.get("/api/v1/scans/nothing");
  expect(problem.status()).toBe(404);
  expect(problem.headers()["content-type"]).toContain("application/problem+json");
});

strictTest("a page that is not there leads to the overview of its own organization", async ({ request }) => {
  const response = await request.get("/orgs/sample/nothing");
  expect(response.status()).toBe(404);
  expect(await response.text()).toMatch(/<a [^>]*href="\/orgs\/sample"[^>]*>Open the overview</);
  expect(await (await request.get("/nothing")).text()).toMatch(/<a [^>]*href="\/"[^>]*>Open the overview</);
});
