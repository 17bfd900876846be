import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { writeLargeTeam } from "../large-team.ts";
import { startFlakeboard } from "../start-flakeboard.ts";
import { strictTest } from "../strict-test.ts";
import { testServerPort } from "../test-server.ts";

const data = fileURLToPath(new URL("../output/stale-data", import.meta.url));
const folder = `${data}/clones`;
const base = `http://127.0.0.1:${testServerPort + 1}`;
let stop = async (): Promise<void> => {};

strictTest.beforeAll(async () => {
  // A first start writes and scans the sample.
  strictTest.setTimeout(300_000);
  stop = await startFlakeboard({ data, port: testServerPort + 1 });
  writeLargeTeam({ sample: `${data}/sample`, folder, size: 3 });
});

strictTest.afterAll(() => stop());

strictTest("a scan that failed is told above the numbers that are older than it, once", async ({ page }) => {
  strictTest.setTimeout(200_000);
  await page.goto(`${base}/setup?${new URLSearchParams({ provider: "local", name: folder })}`);
  await page.getByRole("button", { name: "Connect and scan" }).click();
  await page.getByRole("link", { name: "Open the overview" }).click({ timeout: 120_000 });
  await expect(page).toHaveURL(/\/orgs\/large$/);
  await expect(page.getByRole("region", { name: "Headlines" })).toBeVisible();
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
    await page.goto(`${base}/orgs/large${path}`);
    await expect(notice).toContainText(/^These numbers are from the scan .*ago|just now/);
    await expect(notice).toContainText("A later one failed");
    await expect(page.getByText("The last scan failed")).toHaveCount(0);
  }
  await notice.getByRole("link", { name: "See what mends it" }).click();
  await expect(page).toHaveURL(/\/scans\//);
});
