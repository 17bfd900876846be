import { expect, test } from "@playwright/test";
import { pages } from "../pages.ts";
import { scriptKbMaxOf } from "../script-bounds.ts";

test.beforeEach(async ({ request }) => {
  // While a scan is at work, pages load what follows it as well, and are asked for anew when it is over.
  await expect
    .poll(async () => (await request.get(pages.scans)).text(), { timeout: 60_000 })
    .not.toContain("A scan is ");
});

for (const [name, path] of Object.entries(pages)) {
  const scriptKbMax = scriptKbMaxOf(name);
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
