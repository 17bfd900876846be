import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";
import { testServerUrl } from "../test-server.ts";

strictTest("an engineer copies the fix and the link of a finding", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/orgs/sample/repositories/ledger");
  const step = page.getByRole("region", { name: "Next step" });
  await step.getByRole("button", { name: "Copy fix" }).click();
  await expect(step.getByRole("button", { name: "Copied" })).toBeVisible();
  const fix = await page.evaluate(() => navigator.clipboard.readText());
  expect(fix).toContain("DeterminateSystems/flakehub-push");
  expect(fix).toBe(await step.locator("pre").textContent());

  await page.goto("/orgs/sample/repositories/ledger#inputs-fresh:nixpkgs");
  const finding = page.locator("[id='inputs-fresh:nixpkgs']");
  await finding.getByRole("button", { name: "Copy link to this finding" }).click();
  await expect(finding.getByRole("button", { name: "Copied" })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${testServerUrl}/orgs/sample/repositories/ledger#inputs-fresh:nixpkgs`);
});

strictTest("a team lead has a repository looked at again, and the page says when that was done", async ({ page }) => {
  await page.goto("/orgs/sample/repositories/ledger");
  await page.getByRole("button", { name: "Rescan" }).click();

  await expect(page.getByText("It is being looked at.")).toBeVisible();
  await expect(page.getByText("Looked at again just now.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Rescan" })).toBeEnabled();
});
