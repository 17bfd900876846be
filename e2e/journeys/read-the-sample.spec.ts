import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

strictTest("a platform lead sees the sample's true numbers and follows one to its repositories", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/orgs\/sample$/);

  await expect(page.getByText(/^29 of 44\seligible repositories have a flake/)).toBeVisible();
  await expect(page.getByText("29 of 44").first()).toBeVisible();
  await expect(page.getByText("48 of 48 repositories read")).toBeVisible();
  await expect(page.getByText(/This is a sample organization/)).toBeVisible();
});

strictTest("a team lead opens their team and leaves with what to do", async ({ page }) => {
  await page.goto("/orgs/sample/teams");
  await page.getByRole("link", { name: "Payments" }).first().click();

  await expect(page).toHaveURL(/\/teams\/payments$/);
  await expect(page.getByRole("heading", { level: 1, name: "Payments" })).toBeVisible();
  await expect(page.getByText(/^5 of 6\seligible repositories have a flake/)).toBeVisible();
  await page.getByRole("link", { name: "ledger" }).first().click();
  await expect(page).toHaveURL(/\/repositories\/ledger$/);
});

strictTest("an engineer sees why a check fails, and where", async ({ page }) => {
  await page.goto("/orgs/sample/repositories/ledger");

  await expect(page.getByText(/the lock holds 4 Nixpkgs/).first()).toBeVisible();
  await page.getByText("Inputs are fresh", { exact: true }).click();
  await expect(page.getByText("nixpkgs is 95 days old, limit 30").first()).toBeVisible();
  await expect(page.getByText(/an old Nixpkgs lacks security fixes/).first()).toBeVisible();
});

strictTest("a nested team stands below its parent", async ({ page }) => {
  await page.goto("/orgs/sample/teams/developer-experience");

  await expect(page.getByRole("link", { name: "Platform" }).first()).toBeVisible();
  await expect(page.getByText(/^3 of 5\seligible repositories have a flake/)).toBeVisible();
});

strictTest("a broken lock is said to be broken, not fresh", async ({ page }) => {
  await page.goto("/orgs/sample/repositories/schema-registry");

  await expect(page.getByText(/Nix refuses flake\.lock/).first()).toBeVisible();
});
