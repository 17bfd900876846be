import { expect, type Page } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

// Longer than a reader is left with the old page, and than what is expected of it here takes on a busy machine.
const delayMs = 2_500;
const outlineOf = (page: Page) => page.locator("main > [aria-hidden=true]");

/** Each page that is asked for by a link, and each question to a table, takes its time from now on. */
async function slowDown(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    const headers = route.request().headers();
    if (headers.rsc === "1" && headers["next-router-prefetch"] === undefined) {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
    await route.continue();
  });
}

/** Adds up what moves without having been asked to, https://web.dev/articles/cls. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  const sum = await page.evaluateHandle(() => {
    const shifts = { sum: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += "value" in entry ? Number(entry.value) : 0;
    }).observe({ type: "layout-shift" });
    return shifts;
  });
  return () => sum.evaluate((shifts) => shifts.sum);
}

for (const width of [1440, 390]) {
  strictTest(
    `on a slow line, ${width} wide, a page is outlined until it comes, and nothing shifts`,
    async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto("/orgs/sample/repositories", { waitUntil: "networkidle" });
      await slowDown(page);
      const shifted = await watchShifts(page);

      await page.locator("tbody").getByRole("link", { name: "ledger", exact: true }).click();

      await expect(outlineOf(page)).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
      await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(1);
      const [, title] = await outlineOf(page).locator("> *").all();
      const outlined = await title?.boundingBox();

      await expect(page.getByRole("heading", { level: 1, name: "ledger" })).toBeVisible();
      await expect(outlineOf(page)).toHaveCount(0);
      await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(0);
      const arrived = await page.getByRole("heading", { level: 1 }).boundingBox();
      // The outline of a word is as high as its letters, not as its line.
      expect(Math.abs((arrived?.y ?? 0) + 5 - (outlined?.y ?? 0))).toBeLessThanOrEqual(2);
      expect(await shifted()).toBeLessThanOrEqual(0.02);
    },
  );
}

strictTest("a page that comes within a quarter of a second is not outlined before", async ({ page }) => {
  await page.clock.install();
  await page.goto("/orgs/sample/repositories", { waitUntil: "networkidle" });
  await slowDown(page);
  await page.clock.pauseAt(Date.now() + 3_600_000);

  await page.getByRole("link", { name: "Teams", exact: true }).click();
  await page.clock.runFor(200);
  await expect(outlineOf(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Repositories" })).toBeVisible();

  await page.clock.runFor(100);
  await expect(outlineOf(page)).toBeVisible();
});

strictTest("a table's rows stay, dimmed, until those of another question are there", async ({ page }) => {
  await page.goto("/orgs/sample/repositories", { waitUntil: "networkidle" });
  await slowDown(page);
  const rows = page.locator("tbody");

  await page.getByLabel("Every team").selectOption("payments");

  await expect(rows).toHaveCSS("opacity", "0.5");
  await expect(page.locator("main > [aria-busy=true]")).toContainText("airflow-dags");
  await expect(page.getByText("6 of 48 repositories")).toBeVisible();
  await expect(rows).toHaveCSS("opacity", "1");
  await expect(outlineOf(page)).toHaveCount(0);
});
