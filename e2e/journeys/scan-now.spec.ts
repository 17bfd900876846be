import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

strictTest("a person scans, watches it move, and finds it in the history", async ({ page }) => {
  await page.goto("/orgs/sample/scans");
  // Other journeys change what repositories are judged by, and that scans them as well; while a scan is open, asking for
  // one gives that one.
  await expect(page.getByRole("progressbar", { name: "Scan" })).toHaveCount(0, { timeout: 60_000 });
  await page.getByRole("button", { name: "Scan now" }).click();

  await expect(page).toHaveURL(/\/scans\/[0-9a-f-]{36}$/);
  const address = new URL(page.url()).pathname;
  await expect(page.getByRole("progressbar", { name: "Repositories done" })).toBeVisible();
  await expect(page.getByText(/[Cc]ompleted|[Dd]one/).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("48 of 48").first()).toBeVisible();

  await page.goto("/orgs/sample/scans");
  const scan = page
    .getByRole("table", { name: "Scans" })
    .getByRole("row")
    .filter({ has: page.locator(`a[href="${address}"]`) });
  await expect(scan).toHaveCount(1);
  await expect(scan).toContainText("Completed");
});

strictTest("the scan's document answers under its address", async ({ page, request }) => {
  await page.goto("/orgs/sample/scans");
  const href = await page.locator('a[href*="/scans/"]').first().getAttribute("href");
  const id = href?.split("/").at(-1);

  const response = await request.get(`/api/v1/scans/${id}`);

  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ organization: { slug: "sample" }, scan: { total: 48, failed: 0 } });
});
