import { expect, test } from "@playwright/test";
import { pages } from "../pages.ts";

// What Next and React bring is some 115 kB of it, which no page can do without.
const bound = 140;
// Still above the bound: tables that the browser sorts and filters, and the picture of a graph.
const above: Partial<Record<string, number>> = {
  repository: 150,
  "repository-broken": 150,
  inputs: 145,
  "inputs-team": 145,
  "own-flakes": 147,
  "input-graph": 148,
  checks: 144,
  learn: 145,
  "learn-team": 145,
  scans: 144,
  "settings-waivers": 146,
  "settings-changes": 144,
};

for (const [name, path] of Object.entries(pages)) {
  const scriptKbMax = above[name] ?? bound;
  test(`${name} sends at most ${scriptKbMax} kB of scripts, compressed`, async ({ page }) => {
    // What Next fetches ahead for other pages is not this page's.
    await page.route("**/*", (route) => (route.request().headers().rsc === "1" ? route.abort() : route.continue()));
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const scripts = new Set<string>();
    let bytes = 0;
    session.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });

    await page.goto(path, { waitUntil: "networkidle" });

    expect(scripts.size).toBeGreaterThan(0);
    expect(bytes / 1_000).toBeLessThanOrEqual(scriptKbMax);
  });
}
