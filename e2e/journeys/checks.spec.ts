import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

strictTest("a platform lead sees how a check fares, by team, and follows a fail to its line", async ({ page }) => {
  await page.goto("/orgs/sample/checks?theme=freshness");
  const row = page.getByRole("row").filter({ hasText: "Inputs are fresh" });
  await expect(row).toContainText("8 of 29");
  await row.getByRole("link", { name: "Inputs are fresh" }).click();

  await expect(page.getByText("8 of 29 repositories to which it applies pass; 6 unknown.")).toBeVisible();
  const teams = page.getByRole("region", { name: "By team" });
  await expect(teams.getByRole("listitem").filter({ hasText: "Payments" })).toContainText(
    "20\u00a0% (1 of 5), 1 unknown",
  );
  await expect(teams.getByRole("listitem").filter({ hasText: "Developer experience" })).toContainText("3 of 3");

  await page.getByRole("link", { name: "6 months" }).click();
  await expect(page).toHaveURL(/range=6m/);

  const finding = page.getByRole("row").filter({ hasText: "nixpkgs is 95 days old" });
  await finding.getByRole("link", { name: "ledger" }).click();
  await expect(page).toHaveURL(/\/repositories\/ledger#inputs-fresh:nixpkgs$/);
  await expect(page.getByText("nix flake update nixpkgs", { exact: true }).first()).toBeVisible();
});
