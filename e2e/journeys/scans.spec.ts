import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

strictTest("the page of scans says how old the numbers are, and how far the past is rebuilt", async ({ page }) => {
  await expect(async () => {
    await page.goto("/orgs/sample/scans");
    await expect(page.getByText("Rebuilt for 46 of 46\u00a0repositories.")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000 });

  await expect(page.getByText(/^48 of 48\srepositories read, .*\.$/)).toBeVisible();
  await expect(page.getByText(/The sample never changes, so no schedule scans it/)).toBeVisible();
});

strictTest("the log of a scan is filtered by state, and the address keeps it", async ({ page }) => {
  await page.goto("/orgs/sample/scans");
  await page.locator('a[href*="/scans/"]').first().click();
  await expect(page).toHaveURL(/\/scans\/[0-9a-f-]{36}$/);
  await expect(page.getByText("48 of 48").first()).toBeVisible();

  await page.getByRole("searchbox").fill("ledger");
  await expect(page.getByText(/^1 of 48\srepositories$/)).toBeVisible();
  await expect(page).toHaveURL(/q=ledger/);
});
