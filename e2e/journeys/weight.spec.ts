import { expect, test } from "@playwright/test";
import { pages } from "../pages.ts";

// What Next and React bring is some 115 kB of it, which no page can do without.
const plainMaxKb = 140;
const chartsMaxKb = 220;

// Courses over time, ages on a line, and graphs of inputs or of flakes. What is drawn inside a table's cells, such as
// bars of shares and strips of ages, comes from the server and needs no scripts.
const withCharts: ReadonlySet<string> = new Set<keyof typeof pages>([
  "overview",
  "trends",
  "trends-metric",
  "team",
  "check",
  "input",
  "repository",
  "repository-broken",
  "own-flakes",
  "input-graph",
]);

test.beforeEach(async ({ request }) => {
  // While a scan is at work, pages load what follows it as well, and are asked for anew when it is over.
  await expect
    .poll(async () => (await request.get(pages.scans)).text(), { timeout: 60_000 })
    .not.toContain("A scan is ");
});

for (const [name, path] of Object.entries(pages)) {
  const scriptKbMax = withCharts.has(name) ? chartsMaxKb : plainMaxKb;
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
