import { rmSync } from "node:fs";
import { expect } from "@playwright/test";
import { serveLargeTeam } from "../serve-large-team.ts";
import { strictTest } from "../strict-test.ts";

const { organization, folder, connect } = serveLargeTeam("stale", 3);

strictTest("a scan that failed is told above the numbers that are older than it, once", async ({ page }) => {
  strictTest.setTimeout(200_000);
  await connect(page);
  const notice = page.getByRole("region", { name: "Older numbers" });
  await expect(notice).toHaveCount(0);

  rmSync(folder, { recursive: true });
  await page.getByRole("button", { name: "Scan now" }).click();
  await expect(page).toHaveURL(/\/scans\//);
  await expect(
    page
      .getByRole("main")
      .getByText(/failed/)
      .first(),
  ).toBeVisible({ timeout: 60_000 });

  for (const path of ["", "/teams/everything"]) {
    await page.goto(`${organization}${path}`);
    await expect(notice).toContainText(/^These numbers are from the scan .*ago|just now/);
    await expect(notice).toContainText("A later one failed");
    await expect(page.getByText("The last scan failed")).toHaveCount(0);
  }
  await notice.getByRole("link", { name: "See what mends it" }).click();
  await expect(page).toHaveURL(/\/scans\//);
});
